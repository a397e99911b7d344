import type { Case } from '../../generators/cases/case.ts';
import { runBurst } from './runBurst.ts';
import { runFault } from './runFault.ts';
import { runFixture } from './runFixture.ts';
import { runRace } from './runRace.ts';
import { runSequence } from './runSequence.ts';
import { type CaseOutcome, type CaseSetting, runCase } from './runUpdate.ts';
import { runWire } from './runWire.ts';
import type { ScratchPool } from './scratchPool.ts';

/** Runs a case in the way that its form asks for, unless it must not be sent to this target. */
export async function runAny(setting: CaseSetting, pool: ScratchPool, one: Case): Promise<CaseOutcome> {
  const why = setting.notSent?.(one);
  if (why !== undefined) return unsent(one, why);
  const outcome = await inItsForm(setting, pool, one);
  if (outcome.verdict.kind !== 'deviates') return outcome;
  const excuse = setting.isExcused?.(outcome.request, outcome.answer);
  return excuse === undefined ? outcome : { ...outcome, verdict: excuse };
}

function unsent(one: Case, why: string): CaseOutcome {
  return {
    case: one,
    request: one.request,
    expectation: { kind: 'open', why: 'it was not sent' },
    answer: { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 },
    before: null,
    after: null,
    verdict: { kind: 'skipped', why },
  };
}

function inItsForm(setting: CaseSetting, pool: ScratchPool, one: Case): Promise<CaseOutcome> {
  if (one.fault !== undefined) return runFault(setting, pool, one, one.fault);
  if (one.earns !== undefined) return runFixture(setting, pool, one, one.earns);
  if (one.steps !== undefined) return runSequence(setting, pool, one, one.steps);
  if (one.parallel !== undefined && one.burst) return runBurst(setting, pool, one, one.parallel);
  if (one.parallel !== undefined) return runRace(setting, pool, one, one.parallel);
  if (one.raw !== undefined) return runWire(setting, pool, one);
  return runCase(setting, pool, one);
}
