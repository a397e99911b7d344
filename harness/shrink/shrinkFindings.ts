import { inParallel } from '../execute/mapConcurrently.ts';
import type { RunProgress } from '../execute/runProgress.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import { reattributed } from '../findings/blameMember.ts';
import { mergedByCause } from '../findings/deduplicateByCause.ts';
import { findingLine, type RawFinding } from '../findings/findings.ts';
import type { Finding } from '../record/record.ts';
import { asFound, type Smallest, shrink } from './shrink.ts';

/**
 * The findings of a run, each made as small as it goes and put down to what is to blame. Each is tried on pools of its own,
 * so they are made small side by side.
 */
export async function smallestFindings(setting: RunSetting, course: RunProgress): Promise<readonly Finding[]> {
  // Lanes side by side find in any order.
  const all = course.findings.all().toSorted((left, right) => (left.id < right.id ? -1 : 1));
  let done = 0;
  const found = await inParallel(all, setting.concurrency, async (raw) => {
    setting.progress({ kind: 'shrinking', done: done++, of: all.length });
    const smallest = (await smaller(setting, course, raw)) ?? asFound(raw);
    return reattributed(setting.contract, findingLine(setting.contract, raw, smallest));
  });
  return mergedByCause(found);
}

/** Undefined where nothing may be sent any more. */
async function smaller(setting: RunSetting, course: RunProgress, raw: RawFinding): Promise<Smallest | undefined> {
  if (setting.shrinks === false || setting.interrupted() !== null || course.budget !== null) return undefined;
  return course.within(() => shrink(course.caseSetting(), raw));
}
