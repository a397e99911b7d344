import { expect } from 'chai';
import { breachesOf } from '../../harness/oracle/breaches.ts';
import { editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { kebabPath, type Member, membersOf, topLevelOf } from '../../specs/member.ts';
import type { Shape, StringShape, StructureShape } from '../../specs/shape.ts';
import { boundaryCases } from './boundaryCases.ts';
import { withPoolId } from './case.ts';
import type { GenerationScene } from './scene.ts';

const poolId = 'us-east-1_AbCdEfGhI';

/** Bounds at which the rules of the service leave no value, or none that a valid request could have. */
const unreachable = new Set(['verification-message-template.email-message-by-link.min']);

for (const date of editionDates) {
  describe(`boundary cases for ${date}`, () => {
    const scene: GenerationScene = {
      edition: editionOf(date),
      basis: 'observed',
      region: 'us-east-1',
      account: '123456789012',
    };
    const cases = boundaryCases(scene);
    // The model knows neither; a value at a bound breaks them all the same.
    const notOfModel = ['user-pool-id.exists', 'sms-configuration.eums-sms.region.pool-region'];

    it('have ids of their own', () => {
      expect(new Set(cases.map(({ id }) => id)).size).to.equal(cases.length);
    });

    it('break what they name and nothing else', () => {
      for (const { id, request, breaks } of cases) {
        const sent: JsonObject = JSON.parse(withPoolId(JSON.stringify(request), poolId));
        const found = breachesOf(scene.edition, sent).map(({ clause }) => clause);
        const named = breaks.filter((clause) => !notOfModel.includes(clause));
        expect(found.toSorted(), id).to.deep.equal(named.toSorted());
      }
    });

    it('show both sides of every constraint', () => {
      const sides = new Set(
        cases.map(({ clause, breaks }) => `${clause} ${breaks.includes(clause) ? 'broken' : 'kept'}`),
      );
      const wanted = membersOf(scene.edition.input).flatMap(sidesOf);
      expect(wanted.filter((side) => !sides.has(side))).to.deep.equal([]);
    });

    it('stay together by top-level member', () => {
      const runs = cases.map(({ member }) => topLevelOf(member)).filter((name, at, all) => name !== all[at - 1]);
      expect(runs).to.deep.equal(Object.keys(scene.edition.input.members));
    });

    it('are the same each time', () => {
      expect(boundaryCases(scene)).to.deep.equal(cases);
    });
  });
}

describe('boundary cases', () => {
  const scene = { edition: editionOf('2024-12-11'), basis: 'observed', region: 'us-east-1', account: '1' } as const;
  const cases = boundaryCases(scene);

  it('are few enough to be sent every time', () => {
    expect(cases.length).to.be.at.most(900);
  });

  // Hand-picked, so that a wrong number in the contract's data fails here.
  it('send the numbers that the service is known to take and to refuse', () => {
    const sent = (id: string) => cases.find((one) => one.id === `boundary/${id}`)?.request;
    const minimum = (value: number) => ({ PasswordPolicy: { MinimumLength: value } });
    expect(sent('Policies.PasswordPolicy.MinimumLength/min/under')?.Policies).to.deep.equal(minimum(5));
    expect(sent('Policies.PasswordPolicy.MinimumLength/min/at')?.Policies).to.deep.equal(minimum(6));
    expect(sent('Policies.PasswordPolicy.MinimumLength/max/at')?.Policies).to.deep.equal(minimum(99));
    expect(sent('Policies.PasswordPolicy.MinimumLength/max/over')?.Policies).to.deep.equal(minimum(100));
    expect(sent('LambdaConfig.PreSignUp/min/at')?.LambdaConfig).to.deep.equal({ PreSignUp: 'arn:aws:lambda::1:aa' });
    expect([...String(sent('SmsAuthenticationMessage/max/at-astral')?.SmsAuthenticationMessage)]).to.have.length(140);
    expect([...String(sent('SmsAuthenticationMessage/max/over')?.SmsAuthenticationMessage)]).to.have.length(141);
  });

  it('give a pool a factor before they ask it for a second one', () => {
    const on = cases.find(({ id }) => id === 'boundary/MfaConfiguration/enum/ON');
    expect(on?.prior?.mfa).to.have.property('SoftwareTokenMfaConfiguration');
  });
});

describe('boundary cases, held against a contract with one constraint changed,', () => {
  const scene: GenerationScene = {
    edition: editionOf('2026-11-13'),
    basis: 'observed',
    region: 'us-east-1',
    account: '123456789012',
  };
  const cases = Map.groupBy(boundaryCases(scene), ({ member }) => member);
  const invisible = new Set([
    // Only rules leave no value here.
    'VerificationMessageTemplate.EmailMessageByLink min raised',
    // The pattern asks for more than the minimum does.
    'UserPoolId min raised',
  ]);

  for (const member of membersOf(scene.edition.input)) {
    for (const [change, changed] of changesOf(member)) {
      const name = `${member.path} ${change}`;
      if (invisible.has(name)) continue;
      it(`tell that ${name}`, () => {
        const edition = { ...scene.edition, input: replacedAt(scene.edition.input, member.path, changed) };
        const isShown = (cases.get(member.path) ?? []).some(({ request }) => {
          const sent: JsonObject = JSON.parse(withPoolId(JSON.stringify(request), poolId));
          const [before, after] = [scene.edition, edition].map((each) => JSON.stringify(breachesOf(each, sent)));
          return before !== after;
        });
        expect(isShown).to.equal(true);
      });
    }
  }
});

/** The shape with one thing about it made wrong. */
function changesOf({ path, shape }: Member): readonly (readonly [string, Shape])[] {
  const changes: (readonly [string, Shape])[] = [];
  if ('min' in shape && shape.min !== undefined) {
    changes.push(['min raised', { ...shape, min: shape.min + 1 }]);
    if (shape.min > 0 || shape.type === 'integer') changes.push(['min lowered', { ...shape, min: shape.min - 1 }]);
  }
  if ('max' in shape && shape.max !== undefined) {
    changes.push(['max raised', { ...shape, max: shape.max + 1 }], ['max lowered', { ...shape, max: shape.max - 1 }]);
  }
  if (shape.type === 'string' && shape.enum !== undefined) {
    const words = shape.enum.filter((word) => word !== 'SOFTWARE_TOKEN');
    for (const word of words) changes.push([`lost ${word}`, { ...shape, enum: words.filter((each) => each !== word) }]);
    changes.push(['lost its enum', { ...shape, enum: [...shape.enum, 'SOMETHING_ELSE'] }]);
  }
  if (shape.type === 'string' && shape.pattern !== undefined && !isOpen(shape.pattern)) {
    changes.push(['lost its pattern', { ...shape, pattern: '(?s).*' }]);
  }
  if (!path.endsWith('{key}'))
    changes.push(['changed its type', { type: shape.type === 'integer' ? 'string' : 'integer' }]);
  return changes;
}

/** The same input with another shape at one member. */
function replacedAt(input: StructureShape, path: string, shape: Shape): StructureShape {
  const steps = path.match(/\[\]|\{key\}|\{value\}|[^.[{]+/g) ?? [];
  return placed(input, steps, shape) as StructureShape;
}

function placed(holder: Shape, [step, ...rest]: readonly string[], shape: Shape): Shape {
  if (step === undefined) return shape;
  if (holder.type === 'list') return { ...holder, item: placed(holder.item, rest, shape) };
  if (holder.type === 'map' && step === '{key}')
    return { ...holder, key: placed(holder.key, rest, shape) as StringShape };
  if (holder.type === 'map') return { ...holder, value: placed(holder.value, rest, shape) };
  if (holder.type !== 'structure') throw new TypeError(`Nothing lies below "${step}".`);
  const child = holder.members[step];
  if (child === undefined) throw new TypeError(`No member "${step}".`);
  return { ...holder, members: { ...holder.members, [step]: placed(child, rest, shape) } };
}

/** "Kept" and "broken" for each clause that can be either. A pattern that takes everything is never broken. */
function sidesOf({ path, shape, required }: Member): readonly string[] {
  const kinds = [
    ...(required ? ['required broken'] : []),
    ...(path.endsWith('{key}') ? [] : ['type broken']),
    ...('min' in shape && shape.min !== undefined ? ['min kept', ...(isFree(shape) ? [] : ['min broken'])] : []),
    ...('max' in shape && shape.max !== undefined ? ['max kept', 'max broken'] : []),
    ...('enum' in shape && shape.enum !== undefined ? ['enum kept', 'enum broken'] : []),
    ...('pattern' in shape && shape.pattern !== undefined
      ? ['pattern kept', ...(isOpen(shape.pattern) ? [] : ['pattern broken'])]
      : []),
  ];
  return kinds
    .map((kind) => `${kebabPath(path)}.${kind}`)
    .filter((side) => !(side.endsWith(' kept') && unreachable.has(side.slice(0, -' kept'.length))))
    .filter(
      (side) => path !== 'UserPoolId' || !side.endsWith(' kept') || side.includes('max') || side.includes('pattern'),
    );
}

/** Nothing is shorter than nothing. */
function isFree(shape: Member['shape']): boolean {
  return shape.type !== 'integer' && 'min' in shape && shape.min === 0;
}

function isOpen(pattern: string): boolean {
  return pattern === '(?s).*';
}

describe('boundary cases of a pool in Seoul', () => {
  it('name Tokyo for SMS, and break the clause on that wherever they do not', () => {
    const scene: GenerationScene = {
      edition: editionOf('2026-11-13'),
      basis: 'observed',
      region: 'ap-northeast-2',
      account: '123456789012',
    };
    const cases = boundaryCases(scene, (path) => path === 'SmsConfiguration.SnsRegion');
    const atBounds = cases.filter(({ id }) => id.includes('/at'));
    expect(atBounds).not.to.have.length(0);
    for (const { breaks } of atBounds) expect(breaks).to.deep.equal(['sms-configuration.sns-region.pool-region']);
  });
});
