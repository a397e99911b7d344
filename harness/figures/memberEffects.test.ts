import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseLine } from '../record/record.ts';
import { memberEffects } from './memberEffects.ts';

const [line] = [...fixtureRecord.cases];

/** The example of a member, accepted, with what the pool shows otherwise than before. */
function exampleOf(clause: string, member: string, request: JsonObject, changed: JsonObject): CaseLine {
  if (line === undefined) throw new Error('The fixture has no case.');
  const answer = { kind: 'answered', status: 200, error: null, message: null, body: '{}', headers: {}, ms: 1 } as const;
  const accepted = { expectation: { kind: 'accepted' }, verdict: { kind: 'conforms' }, answer } as const;
  return { ...line, ...accepted, id: `examples/${clause}/keeps-1`, clause, member, request, changed };
}

function effectiveOf(...lines: readonly CaseLine[]): readonly string[] {
  const effects = memberEffects({ edition: '2026-11-13', basis: 'observed' });
  for (const each of lines) effects.take(each);
  return [...effects.result().effective].toSorted();
}

const length = 'Policies.PasswordPolicy.MinimumLength';
const upper = 'Policies.PasswordPolicy.RequireUppercase';
const policy = (of: JsonObject) => ({ Policies: { PasswordPolicy: of } });

describe('members with an effect', () => {
  it('are all that an example sends and the pool then shows, so that the example of a neighbour may change nothing', () => {
    const sent = policy({ MinimumLength: 12, RequireUppercase: false });
    const first = exampleOf('policies.password-policy.minimum-length.sent', length, sent, sent);
    const second = exampleOf('policies.password-policy.require-uppercase.sent', upper, sent, {});
    expect(effectiveOf(first, second)).to.deep.equal([length, upper]);
  });

  it('are not those that are shown as something else, or not at all', () => {
    const sent = policy({ MinimumLength: 12, RequireUppercase: false, RequireSymbols: false });
    const shown = policy({ MinimumLength: 12, RequireUppercase: true });
    expect(effectiveOf(exampleOf('policies.password-policy.minimum-length.sent', length, sent, shown))).to.deep.equal([
      length,
    ]);
  });
});
