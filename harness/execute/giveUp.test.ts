import { expect } from 'chai';
import type { Answer } from '../transport/answer.ts';
import { GiveUp, type Patience } from './giveUp.ts';

const patience: Patience = {
  unanswered: 3,
  throttledMs: 1000,
  waitingMs: 60_000,
  shrinkingMs: 60_000,
  failedDeletions: 4,
};

const timeout: Answer = { kind: 'unanswered', why: 'timeout', detail: 'no answer within 10000 ms', ms: 10_000 };
const reset: Answer = { kind: 'unanswered', why: 'reset', detail: 'ECONNRESET', ms: 1 };
const accepted = answered(200, null);
const throttled = answered(400, 'TooManyRequestsException');

function answered(status: number, error: string | null): Answer {
  return { kind: 'answered', status, headers: {}, text: '', body: {}, error, message: null, ms: 1 };
}

/** What is said after each of some answers to UpdateUserPool. */
function reasons(answers: readonly Answer[]): readonly (string | null)[] {
  const giveUp = new GiveUp(patience);
  return answers.map((answer) => {
    giveUp.observe('UpdateUserPool', answer);
    return giveUp.reason();
  });
}

describe('GiveUp', () => {
  it('gives up after unanswered requests in a row, and aborts what still waits', () => {
    const giveUp = new GiveUp(patience);
    for (const answer of [timeout, timeout]) giveUp.observe('UpdateUserPool', answer);
    expect([giveUp.reason(), giveUp.signal.aborted]).to.deep.equal([null, false]);
    giveUp.observe('UpdateUserPool', timeout);
    expect(giveUp.reason()).to.equal('UpdateUserPool was not answered 3 times in a row: no answer within 10000 ms');
    expect(giveUp.signal.aborted).to.equal(true);
  });

  it('begins to count again after an answer, and counts each operation by itself', () => {
    expect(reasons([timeout, timeout, accepted, timeout, timeout])).to.deep.equal([null, null, null, null, null]);
    const giveUp = new GiveUp(patience);
    for (let round = 0; round < 2; round += 1) {
      giveUp.observe('UpdateUserPool', timeout);
      giveUp.observe('DescribeUserPool', accepted);
    }
    expect(giveUp.reason()).to.equal(null);
    giveUp.observe('UpdateUserPool', timeout);
    expect(giveUp.reason()).to.match(/^UpdateUserPool/);
  });

  it('gives up on a target that hangs at some requests only, by the time that they took', () => {
    const hanging = Array.from({ length: 7 }, () => [timeout, accepted]).flat();
    const said = reasons(hanging);
    expect(said.slice(0, 12).every((reason) => reason === null)).to.equal(true);
    expect(said.at(-1)).to.match(/^unanswered requests took 70 s in all, the last of UpdateUserPool/);
  });

  it('does not mind hanging at requests that no client sends, except for the time', () => {
    const giveUp = new GiveUp({ ...patience, waitingMs: 95_000 });
    for (let times = 0; times < 9; times += 1) giveUp.observe('UpdateUserPool', timeout, false);
    expect(giveUp.reason()).to.equal(null);
    giveUp.observe('UpdateUserPool', timeout, false);
    expect(giveUp.reason()).to.match(/^unanswered requests took 100 s in all/);
  });

  it('does not mind broken connections, which cost no time', () => {
    expect(reasons(Array.from({ length: 20 }, () => reset)).at(-1)).to.equal(null);
  });

  it('gives up on a target that only throttles, after a while', () => {
    let now = 0;
    const giveUp = new GiveUp(patience, () => now);
    const throttle = () => giveUp.observe('UpdateUserPool', throttled);
    for (let times = 0; times < 9; times += 1) throttle();
    expect(giveUp.reason()).to.equal(null);
    now = 1001;
    throttle();
    expect(giveUp.reason()).to.equal('UpdateUserPool was only throttled for 1 s');
  });

  it('gives up where no pool can be deleted', () => {
    const giveUp = new GiveUp(patience);
    const remove = (answer: Answer) => giveUp.observe('DeleteUserPool', answer);
    giveUp.observe('CreateUserPool', accepted);
    for (const answer of [answered(500, 'InternalErrorException'), accepted, reset, timeout, throttled]) remove(answer);
    expect(giveUp.reason()).to.equal(null);
    remove(answered(500, ''));
    expect(giveUp.reason()).to.match(/^DeleteUserPool failed 4 times in a row/);
  });

  it('does not mind failed deletions where no pool was ever created', () => {
    const giveUp = new GiveUp(patience);
    giveUp.observe('CreateUserPool', answered(404, null));
    for (let times = 0; times < 9; times += 1) giveUp.observe('DeleteUserPool', answered(404, null));
    expect(giveUp.reason()).to.equal(null);
  });

  it('takes a missing DeleteUserPool for what it is', () => {
    const giveUp = new GiveUp(patience);
    for (let times = 0; times < 9; times += 1) giveUp.observe('DeleteUserPool', answered(501, ''));
    expect(giveUp.reason()).to.equal(null);
  });
});
