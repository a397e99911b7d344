import { expect } from 'chai';
import { breachesOf } from '../../harness/oracle/breaches.ts';
import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type Case, poolPlaceholder } from './case.ts';
import { exampleCases } from './exampleCases.ts';
import type { GenerationScene } from './scene.ts';
import { stateCases } from './stateCases.ts';

function sceneOf(date: EditionDate, basis: Basis = 'observed', region = 'us-east-1'): GenerationScene {
  return { edition: editionOf(date), basis, region, account: '123456789012' };
}

/** The model clauses that an object breaks as a request to an existing pool. */
function brokenBy({ edition }: GenerationScene, request: JsonObject): readonly string[] {
  const sent = JSON.parse(
    JSON.stringify({ UserPoolId: poolPlaceholder, ...request }).replaceAll(poolPlaceholder, 'eu-west-1_a'),
  );
  return breachesOf(edition, sent).map(({ clause }) => clause);
}

function named(cases: readonly Case[], id: string): Case {
  const one = cases.find((each) => each.id === id);
  if (one === undefined) throw new Error(`There is no case ${id}.`);
  return one;
}

for (const date of editionDates) {
  for (const basis of ['observed', 'documented'] as const) {
    describe(`examples for ${date}, ${basis},`, () => {
      const scene = sceneOf(date, basis);
      const contract = contractOf(date, basis);
      const cases = [...stateCases(scene), ...exampleCases(scene)];

      it('have ids of their own', () => {
        expect(new Set(cases.map(({ id }) => id)).size).to.equal(cases.length);
      });

      it('are about clauses of the contract', () => {
        const unknown = cases
          .filter(({ clause }) => !contract.byId.has(clause))
          .map(({ id, clause }) => `${id}: ${clause}`);
        expect(unknown).to.deep.equal([]);
      });

      it('break of the model what they name', () => {
        for (const { id, request, breaks } of cases) {
          const model = breaks.filter((clause) => contract.byId.get(clause)?.constraint.kind !== 'rule');
          expect(brokenBy(scene, request).toSorted(), id).to.deep.equal(model.toSorted());
        }
      });

      it('are preceded by valid requests', () => {
        for (const { id, prior } of cases) expect(brokenBy(scene, prior?.update ?? {}), id).to.deep.equal([]);
      });

      it('leave out, send and replace every top-level member', () => {
        const ids = new Set(cases.map(({ id }) => id));
        const members = Object.keys(scene.edition.input.members).filter((member) => member !== 'UserPoolId');
        const missing = members.filter(
          (member) => !ids.has(`examples/state/${member}/omitted`) || !ids.has(`examples/state/${member}/sent`),
        );
        expect(missing).to.deep.equal([]);
      });
    });
  }
}

describe('stateCases', () => {
  const cases = stateCases(sceneOf('2024-12-11'));

  it('leave the member out of a request that changes something else', () => {
    for (const { request, member } of cases.filter(({ id }) => id.endsWith('/omitted'))) {
      expect(Object.keys(request).length).to.be.above(1);
      if (!member.includes('.')) expect(request).not.to.have.property(member);
    }
  });

  it('send another value than the pool was given', () => {
    for (const { id, request, prior, member } of cases.filter(({ id }) => !/\/(omitted|sent|again|kept)$/.test(id))) {
      const [top = ''] = member.split('.');
      expect(request[top], id).not.to.deep.equal(prior?.update?.[top]);
    }
  });

  it('send what the pool was given once more', () => {
    const again = cases.filter(({ id }) => id.endsWith('/again'));
    const members = new Set(cases.map(({ member }) => member).filter((member) => !/[.]|^$/.test(member)));
    expect(new Set(again.map(({ member }) => member))).to.deep.equal(members);
    for (const { id, request, prior, member } of again)
      expect(request[member], id).to.deep.equal(prior?.update?.[member]);
  });

  it('leave alone what another operation has set', () => {
    const { request, prior, clause } = named(cases, 'examples/state/WebAuthnConfiguration/kept');
    expect(clause).to.equal('request.untouchable');
    expect(prior?.mfa).to.have.property('WebAuthnConfiguration');
    expect(Object.keys(request)).to.have.members(['UserPoolId', 'UserPoolTags']);
  });

  it('send again what a kept value asks for', () => {
    const { request } = named(cases, 'examples/state/UserAttributeUpdateSettings/omitted');
    expect(request.AutoVerifiedAttributes).to.deep.equal(['email']);
  });
});

describe('exampleCases', () => {
  it('hold the request of the command line reference', () => {
    const { request } = named(exampleCases(sceneOf('2022-05-31')), 'examples/documents/aws-cli/tags');
    expect(request).to.deep.equal({ UserPoolId: poolPlaceholder, UserPoolTags: { Team: 'Blue', Area: 'West' } });
  });

  it('hold the sample that breaks its own contract in many ways', () => {
    const { breaks } = named(exampleCases(sceneOf('2022-10-21')), 'examples/documents/openapi-page/as-printed');
    expect(breaks).to.include.members([
      'user-pool-id.pattern',
      'policies.password-policy.minimum-length.min',
      'lambda-config.pre-sign-up.min',
      'account-recovery-setting.recovery-mechanisms.min',
    ]);
  });

  it('echo what a pool shows in the forms that tools give it', () => {
    const cases = exampleCases(sceneOf('2026-11-13'));
    const unchanged = named(cases, 'examples/echo/unchanged');
    expect(unchanged.request).to.deep.equal({ UserPoolId: poolPlaceholder, ...unchanged.prior?.update });
    expect(named(cases, 'examples/echo/with-read-only-members').request).to.include.keys('Arn', 'SchemaAttributes');
    expect(Object.values(named(cases, 'examples/echo/with-null-members').request)).to.include(null);
    expect(named(cases, 'examples/echo/with-empty-strings').breaks).to.include('sms-authentication-message.min');
  });

  it('move to the Region of the run, and other Regions stay other ones', () => {
    const texts = exampleCases(sceneOf('2024-12-11', 'observed', 'eu-north-1')).map(({ request }) =>
      JSON.stringify(request),
    );
    expect(texts.some((text) => text.includes(':eu-north-1:'))).to.equal(true);
    expect(texts.some((text) => text.includes('us-east-1'))).to.equal(true);
  });

  it('send first what is refused and leaves nothing behind', () => {
    const kinds = exampleCases(sceneOf('2024-12-11'))
      .filter(({ id }) => !/^examples\/(documents|echo)\//.test(id))
      .map(({ breaks }) => breaks.length > 0);
    expect(kinds.lastIndexOf(true)).to.be.below(kinds.indexOf(false));
  });
});
