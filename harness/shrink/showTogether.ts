import type { Case } from '../../generators/cases/case.ts';
import { mapConcurrently } from '../execute/mapConcurrently.ts';
import { isPlainBreach, isPlainUpdate } from '../execute/plainUpdates.ts';
import { runCase } from '../execute/runCase.ts';
import type { ScratchPool } from '../execute/scratchPool.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { isAccepted } from '../transport/answer.ts';
import { guessSmallest } from './guessSmallest.ts';
import { OracleReader } from './oracleReader.ts';
import { ShrinkAttempts, type WhileAllowed } from './shrinkAttempts.ts';
import type { ShrinkPools } from './shrinkPools.ts';
import type { SmallestFailure } from './smallestFailure.ts';

/** Findings that share a new pool. */
const findingsOnAPool = 100;

/**
 * Sends the smallest requests that are known from the clause, of findings whose answer says it all, one after another to a new
 * pool: invalid requests that are accepted share some, and requests that are refused share others. An accepted request leaves
 * something behind, on which another member may hang, such as the plan on which a feature does: only requests that replace one
 * and the same member share a pool then. Gives what came of each, by id; what those need that did not show their finding is looked
 * for on pools of their own.
 */
export async function showTogether(
  pools: ShrinkPools,
  findings: readonly RawFinding[],
  whileAllowed: WhileAllowed,
  concurrency: number,
): Promise<ReadonlyMap<string, SmallestFailure | 'not shown'>> {
  const shown = new Map<string, SmallestFailure | 'not shown'>();
  if (pools.setting.existing !== undefined) return shown;
  const candidates = findings.filter((finding) => isAcceptedBreach(pools, finding) || isPlainRefusal(finding));
  if (candidates.length === 0) return shown;
  // A target that was given up, or a run that was interrupted, has no new pool to look at.
  const fresh = await whileAllowed(() => pools.fresh());
  if (fresh === undefined) return shown;
  await mapConcurrently(groupsOf(pools, fresh, candidates), concurrency, (group) =>
    whileAllowed(() => pools.withPool(unread, (pool) => showAllOn(pool, { pools, group, whileAllowed, shown }))),
  );
  return shown;
}

const unread = { creation: {}, isRead: false } as const;

interface Shared {
  readonly pools: ShrinkPools;
  readonly group: Group;
  readonly whileAllowed: WhileAllowed;
  readonly shown: Map<string, SmallestFailure | 'not shown'>;
}

async function showAllOn(pool: ScratchPool, { pools, group, whileAllowed, shown }: Shared): Promise<void> {
  for (const { finding, smallest } of group.guesses) {
    const attempts = new ShrinkAttempts(pools, finding, whileAllowed);
    if (attempts.hangsOnState(smallest)) continue;
    const outcome = await runCase(pools.setting, pool, smallest);
    const one = attempts.shownBy(outcome, pool.id, {});
    shown.set(finding.id, one ?? 'not shown');
    // What follows has to meet a pool without anything that may be a reason to refuse it.
    if (group.isRefused && isAccepted(outcome.answer)) return;
  }
}

/** A finding with the request that most likely shows it. */
interface Guessed {
  readonly finding: RawFinding;
  readonly smallest: Case;
}

interface Group {
  readonly isRefused: boolean;
  readonly guesses: readonly Guessed[];
}

function groupsOf(pools: ShrinkPools, fresh: PoolState, findings: readonly RawFinding[]): readonly Group[] {
  const guesses = findings.map((finding): Guessed => {
    const reader = new OracleReader({ ...pools.setting, fresh }, finding.deviation);
    const { smallest } = guessSmallest(reader, finding.outcome.case);
    return { finding, smallest };
  });
  const refused = guesses.filter(({ finding }) => isPlainRefusal(finding));
  const accepted = guesses.filter(({ finding }) => !isPlainRefusal(finding));
  const byMember = Map.groupBy(accepted, replacedMember);
  byMember.delete(undefined);
  return [...[...byMember.values()].flatMap((ofOne) => inGroups(ofOne, false)), ...inGroups(refused, true)];
}

function isAcceptedBreach({ setting }: ShrinkPools, { deviation: { kind, clause }, outcome }: RawFinding): boolean {
  const { case: testCase } = outcome;
  return kind === 'accepted-invalid' && testCase.breaks.includes(clause) && isPlainBreach(setting, testCase);
}

function isPlainRefusal({ deviation: { kind }, outcome: { answer, case: testCase } }: RawFinding): boolean {
  return (kind === 'rejected-valid' || kind === 'wrong-error') && !isAccepted(answer) && isPlainUpdate(testCase);
}

/** The one member besides the id that a request has; undefined where it has more, of which each may leave something behind. */
function replacedMember({ smallest: { request } }: Guessed): string | undefined {
  const [member, ...others] = Object.keys(request).filter((name) => name !== 'UserPoolId');
  return others.length === 0 ? member : undefined;
}

function inGroups(all: readonly Guessed[], isRefused: boolean): readonly Group[] {
  return Array.from({ length: Math.ceil(all.length / findingsOnAPool) }, (_, index) => ({
    isRefused,
    guesses: all.slice(index * findingsOnAPool, (index + 1) * findingsOnAPool),
  }));
}
