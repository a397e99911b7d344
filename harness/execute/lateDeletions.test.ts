import { expect } from 'chai';
import type { Deviation, Verdict } from '../record/record.ts';
import { LateDeletions } from './lateDeletions.ts';

const accepted: Verdict = {
  kind: 'deviates',
  deviations: [deviation('accepted-invalid', '200')],
};
const wrongError: Verdict = {
  kind: 'deviates',
  deviations: [deviation('wrong-error', 'InternalErrorException')],
};
const conforming: Verdict = { kind: 'conforms' };

describe('an update of a deleted pool', () => {
  it('is sent again until the deletion shows', async () => {
    expect(await attempts(new LateDeletions(noTime), [accepted, accepted, conforming])).to.equal(3);
  });

  it('is sent again for as long as there are pauses, and after that no other is for the same answer', async () => {
    const deletions = new LateDeletions(noTime);
    const first = await attempts(deletions, [accepted, accepted, accepted, accepted, conforming]);
    const second = await attempts(deletions, [accepted, conforming]);
    const another = await attempts(deletions, [wrongError, conforming]);
    expect([first, second, another]).to.deep.equal([4, 1, 2]);
  });

  it('is not sent again beside another, but waits for what that one shows', async () => {
    const deletions = new LateDeletions(noTime);
    const lasting = () => attempts(deletions, [accepted, accepted, accepted, accepted]);
    expect(await Promise.all([lasting(), lasting()])).to.deep.equal([4, 1]);
  });
});

const noTime = [0, 0, 0];

/** How often an update is sent that is answered in turn with these verdicts. */
async function attempts(deletions: LateDeletions, verdicts: readonly Verdict[]): Promise<number> {
  const answers = verdicts.values();
  let sent = 0;
  const send = () => {
    sent += 1;
    return { answer: { kind: 'answered' as const }, verdict: answers.next().value ?? conforming };
  };
  await deletions.settle(send(), () => Promise.resolve(send()));
  return sent;
}

function deviation(kind: Deviation['kind'], answerClass: string): Deviation {
  return {
    clause: 'user-pool-id.exists',
    member: 'UserPoolId',
    kind,
    level: 'must',
    expected: 'ResourceNotFoundException',
    actual: answerClass,
    answerClass,
  };
}
