import { mapConcurrently } from '../execute/mapConcurrently.ts';
import type { RunProgress } from '../execute/runProgress.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import { blameMember } from '../findings/blameMember.ts';
import { deduplicateByCause } from '../findings/deduplicateByCause.ts';
import { findingLine } from '../findings/findings.ts';
import type { RawFinding } from '../findings/rawFinding.ts';
import type { Finding } from '../record/record.ts';
import { shrinkOnPool } from './shrinkOnPool.ts';
import { type SmallestFailure, unshrunkFailure } from './smallestFailure.ts';

/**
 * The findings of a run, each shrunk and attributed to the member that causes it. Each is tried on its own pools, so they are
 * shrunk concurrently.
 */
export async function shrinkFindings(setting: RunSetting, course: RunProgress): Promise<readonly Finding[]> {
  // Lanes side by side find in any order.
  const all = course.findings.all().toSorted((left, right) => (left.id < right.id ? -1 : 1));
  let done = 0;
  const found = await mapConcurrently(all, setting.concurrency, async (raw) => {
    setting.progress({ kind: 'shrinking', done: done++, of: all.length });
    const smallest = (await shrinkOne(setting, course, raw)) ?? unshrunkFailure(raw);
    return blameMember(setting.contract, findingLine(setting.contract, raw, smallest));
  });
  return deduplicateByCause(found);
}

/** Undefined when no more requests may be sent. */
async function shrinkOne(
  setting: RunSetting,
  course: RunProgress,
  raw: RawFinding,
): Promise<SmallestFailure | undefined> {
  if (setting.shrinks === false || setting.interrupted() !== null || course.budget !== null) return undefined;
  return course.whileAllowed(() => shrinkOnPool(course.caseSetting(), raw));
}
