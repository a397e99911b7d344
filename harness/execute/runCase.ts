import type { Case } from '../../generators/cases/case.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { excusedOutcome } from './excusedOutcome.ts';
import { runBurst } from './runBurst.ts';
import { runFixture } from './runFixture.ts';
import { runRace } from './runRace.ts';
import { runSequence } from './runSequence.ts';
import { runSimulatedError } from './runSimulatedError.ts';
import { runUpdate } from './runUpdate.ts';
import { runWire } from './runWire.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Runs a case according to its form, unless it must not be sent to this target. */
export async function runCase(setting: CaseSetting, pool: ScratchPool, testCase: Case): Promise<CaseOutcome> {
  const why = setting.notSent?.(testCase) ?? setting.givenIds?.whyNotSent(testCase);
  if (why !== undefined) return skippedOutcome(testCase, why);
  return excusedOutcome(setting, await runUnguarded(setting, pool, testCase));
}

function skippedOutcome(testCase: Case, why: string): CaseOutcome {
  return {
    case: testCase,
    request: testCase.request,
    expectation: { kind: 'open', why: 'it was not sent' },
    answer: { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 },
    before: null,
    after: null,
    verdict: { kind: 'skipped', why },
  };
}

function runUnguarded(setting: CaseSetting, pool: ScratchPool, testCase: Case): Promise<CaseOutcome> {
  if (testCase.fault !== undefined) return runSimulatedError(setting, pool, testCase, testCase.fault);
  if (testCase.fixtureError !== undefined) return runFixture(setting, pool, testCase, testCase.fixtureError);
  if (testCase.steps !== undefined) return runSequence(setting, pool, testCase, testCase.steps);
  if (testCase.parallel !== undefined && testCase.burst) return runBurst(setting, pool, testCase, testCase.parallel);
  if (testCase.parallel !== undefined) return runRace(setting, pool, testCase, testCase.parallel);
  if (testCase.raw !== undefined) return runWire(setting, pool, testCase);
  return runUpdate(setting, pool, testCase);
}
