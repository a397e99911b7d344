import type { Finding } from '../record.ts';
import type { Course } from './course.ts';
import { findingLine, type RawFinding } from './findings.ts';
import { inParallel } from './inParallel.ts';
import { mergedByCause } from './mergedByCause.ts';
import { reattributed } from './reattribute.ts';
import type { RunSetting } from './runSetting.ts';
import { asFound, type Smallest, shrink } from './shrink.ts';

/**
 * The findings of a run, each made as small as it goes and put down to what is to blame. Each is tried on pools of its own,
 * so they are made small side by side.
 */
export async function smallestFindings(setting: RunSetting, course: Course): Promise<readonly Finding[]> {
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
async function smaller(setting: RunSetting, course: Course, raw: RawFinding): Promise<Smallest | undefined> {
  if (setting.shrinks === false || setting.interrupted() !== null || course.budget !== null) return undefined;
  return course.within(() => shrink(course.caseSetting(), raw));
}
