import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { accepted, contract, plainPool, refused, unanswered } from '../judge/trialFixtures.ts';
import type { Answer } from '../transport/answer.ts';
import type { CaseSetting } from './caseOutcome.ts';
import { HeldRefusals } from './heldRefusals.ts';
import { Leniency } from './leniency.ts';
import type { ScratchPool } from './scratchPool.ts';

const setting = { contract, region: 'us-east-1' } as unknown as CaseSetting;
const pool: ScratchPool = {
  id: 'us-east-1_Abcdefghi',
  isMade: true,
  fresh: plainPool,
  created: plainPool,
  factors: {},
  state: plainPool,
  readable: true,
};
const tooLong: Case = {
  id: 'x',
  phase: 'boundary',
  clause: 'pool-name.max',
  member: 'PoolName',
  breaks: ['pool-name.max'],
  request: { UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(129) },
};

/** Whether a target that answered so is taken for lenient. */
function isLenient(answers: readonly Answer[], shown = pool): boolean {
  const leniency = new Leniency(setting);
  for (const answer of answers) {
    const expectation = { kind: 'rejected', errors: ['InvalidParameterException'], broken: [] } as const;
    const verdict = { kind: 'conforms' } as const;
    leniency.note(shown, {
      case: tooLong,
      request: tooLong.request,
      expectation,
      answer,
      before: null,
      after: null,
      verdict,
    });
  }
  return leniency.isLikely();
}

describe('a target is taken for lenient', () => {
  const no = refused('InvalidParameterException');

  it('where it accepted more invalid requests than it refused', () => {
    expect(isLenient([])).to.equal(false);
    expect(isLenient([accepted])).to.equal(true);
    expect(isLenient([accepted, no])).to.equal(false);
    expect(isLenient([accepted, no, accepted])).to.equal(true);
    expect(isLenient([accepted], { ...pool, readable: false })).to.equal(false);
  });

  it('whatever was throttled or not answered', () => {
    const nothing = [refused('TooManyRequestsException'), unanswered('timeout'), refused('ThrottlingException')];
    expect(isLenient([accepted, ...nothing])).to.equal(true);
  });
});

describe('the reading after a refusal', () => {
  const held = new HeldRefusals(setting, { outcome: () => {} });

  it('may be put off on a pool that shows itself, for a request that needs no certain pool', () => {
    expect(held.mayHold(pool, tooLong)).to.equal(true);
    expect(held.mayHold({ ...pool, readable: false }, tooLong)).to.equal(false);
    expect(held.mayHold(pool, { ...tooLong, prior: { fresh: true } })).to.equal(false);
    expect(held.mayHold(pool, { ...tooLong, breaks: [] })).to.equal(false);
  });
});
