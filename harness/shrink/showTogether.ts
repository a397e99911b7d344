import { mapConcurrently } from '../execute/mapConcurrently.ts';
import { isPlainBreach, isPlainUpdate } from '../execute/plainUpdates.ts';
import { runCase } from '../execute/runCase.ts';
import type { ScratchPool } from '../execute/scratchPool.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { isAccepted } from '../transport/answer.ts';
import { guessSmallest } from './guessSmallest.ts';
import { ShrinkAttempts, type WhileAllowed } from './shrinkAttempts.ts';
import type { ShrinkPools } from './shrinkPools.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/** Findings that share a new pool. */
const findingsOnAPool = 25;

/**
 * Sends the smallest requests that are known from the clause, of findings whose answer says it all, one after another to a new
 * pool: invalid requests that are accepted share some, and requests that are refused share others. Gives what came of each, by id;
 * what those need that did not show their finding is looked for on pools of their own.
 */
export async function showTogether(
  pools: ShrinkPools,
  findings: readonly RawFinding[],
  whileAllowed: WhileAllowed,
  concurrency: number,
): Promise<ReadonlyMap<string, SmallestFailure | 'not shown'>> {
  const shown = new Map<string, SmallestFailure | 'not shown'>();
  if (pools.setting.existing !== undefined) return shown;
  const groups = groupsOf(pools, findings);
  if (groups.length === 0) return shown;
  // A target that was given up, or a run that was interrupted, has no new pool to look at.
  const fresh = await whileAllowed(() => pools.fresh());
  if (fresh === undefined) return shown;
  await mapConcurrently(groups, concurrency, (group) =>
    whileAllowed(() => pools.withPool(unread, (pool) => showAllOn(pool, { pools, group, whileAllowed, fresh, shown }))),
  );
  return shown;
}

const unread = { creation: {}, isRead: false } as const;

interface Shared {
  readonly pools: ShrinkPools;
  readonly group: Group;
  readonly whileAllowed: WhileAllowed;
  readonly fresh: PoolState;
  readonly shown: Map<string, SmallestFailure | 'not shown'>;
}

async function showAllOn(pool: ScratchPool, { pools, group, whileAllowed, fresh, shown }: Shared): Promise<void> {
  for (const finding of group.findings) {
    const { smallest } = guessSmallest({ ...pools.setting, fresh }, finding.outcome.case, finding.deviation);
    const attempts = new ShrinkAttempts(pools, finding, whileAllowed);
    if (attempts.hangsOnState(smallest)) continue;
    const outcome = await runCase(pools.setting, pool, smallest);
    const one = attempts.shownBy(outcome, pool.id, {});
    shown.set(finding.id, one ?? 'not shown');
    // What follows has to meet a pool without anything that may be a reason to refuse it.
    if (group.isRefused && isAccepted(outcome.answer)) return;
  }
}

interface Group {
  readonly isRefused: boolean;
  readonly findings: readonly RawFinding[];
}

function groupsOf({ setting }: ShrinkPools, findings: readonly RawFinding[]): readonly Group[] {
  const accepted = findings.filter(
    ({ deviation: { kind, clause }, outcome: { case: testCase } }) =>
      kind === 'accepted-invalid' && testCase.breaks.includes(clause) && isPlainBreach(setting, testCase),
  );
  const refused = findings.filter(
    ({ deviation: { kind }, outcome: { answer, case: testCase } }) =>
      (kind === 'rejected-valid' || kind === 'wrong-error') && !isAccepted(answer) && isPlainUpdate(testCase),
  );
  return [...inGroups(accepted, false), ...inGroups(refused, true)];
}

function inGroups(all: readonly RawFinding[], isRefused: boolean): readonly Group[] {
  return Array.from({ length: Math.ceil(all.length / findingsOnAPool) }, (_, index) => ({
    isRefused,
    findings: all.slice(index * findingsOnAPool, (index + 1) * findingsOnAPool),
  }));
}
