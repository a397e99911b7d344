import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { runTrial } from '../dev/runTrial.ts';
import type { CaseLine } from '../record/record.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { TimeLimit } from './timeLimit.ts';

const contract = contractOf('2026-11-13', 'observed');

/** A run against a server that checks no pattern, or a faultless one, and takes a millisecond for a request. */
async function runFor(ms: number, shrinks = true, isFaultless = false) {
  let clock = 0;
  const clauses = contract.clauses.filter(({ constraint }) => constraint.kind !== 'rule');
  const lenient = { clauses, alter: () => ({ violations: () => [] }) };
  const usual = poolService({ ...contract, region: 'us-east-1', ...(isFaultless ? {} : lenient) });
  const handle: PoolService['handle'] = (operation, body) => {
    clock += 1;
    return usual.handle(operation, body);
  };
  const timeLimit = new TimeLimit(ms, () => clock);
  const result = await runTrial({ service: { ...usual, handle }, phases: ['boundary'], shrinks, timeLimit });
  return { ...result, took: clock };
}

const isTried = ({ verdict }: CaseLine) => verdict.kind !== 'skipped';

describe('a run with a time limit', () => {
  it('tries as many cases as fit, and tells of the others that the time was spent', async () => {
    const { cases, budget, footer } = await runFor(1000);
    const left = cases.filter((one) => !isTried(one));
    expect(budget).to.equal('The time of 1 s is spent.');
    expect(left.map(({ verdict }) => 'why' in verdict && verdict.why)).to.include(budget);
    expect(footer.cases).to.equal(cases.length);
    const whole = await runFor(1_000_000, false);
    expect(whole.budget).to.equal(null);
    const planned = (all: readonly CaseLine[]) => all.map(({ id }) => id).filter((id) => !id.endsWith('/other-pool'));
    expect(planned(cases).toSorted()).to.deep.equal(planned(whole.cases).toSorted());
  });

  it('tries first what a run with more time tries first', async () => {
    const [short, long] = [await runFor(600, false), await runFor(1200, false)];
    const tried = (all: readonly CaseLine[]) => new Set(all.filter(isTried).map(({ id }) => id));
    expect([...tried(short.cases)].filter((id) => !tried(long.cases).has(id))).to.deep.equal([]);
    expect(tried(short.cases).size).to.be.above(50);
  });

  it('keeps time to make findings small, and ends in time but for the deletion of pools', async () => {
    const { findings, took } = await runFor(1000);
    expect(findings.filter(({ reproduced }) => reproduced)).to.not.be.empty;
    expect(took).to.be.below(1010);
  });

  it('takes all of the time for cases where nothing is found', async () => {
    const { cases, findings, took } = await runFor(1000, true, true);
    const seven = await runFor(700, true, true);
    expect(findings).to.deep.equal([]);
    expect(took).to.be.within(1000, 1050);
    expect(cases.filter(isTried).length).to.be.above(seven.cases.filter(isTried).length);
  });

  it('gives what it found though no time is left to make it small', async () => {
    const { findings } = await runFor(60);
    expect(findings).to.not.be.empty;
  });
});
