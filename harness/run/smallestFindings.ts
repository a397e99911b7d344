import type { Finding } from '../record.ts';
import type { Course } from './course.ts';
import { findingLine } from './findings.ts';
import { mergedByCause } from './mergedByCause.ts';
import { reattributed } from './reattribute.ts';
import type { RunSetting } from './runSetting.ts';
import { shrink } from './shrink.ts';

/** The findings of a run one after another, each made as small as it goes and put down to what is to blame. */
export async function smallestFindings(setting: RunSetting, course: Course): Promise<readonly Finding[]> {
  // Lanes side by side find in any order.
  const all = course.findings.all().toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const found: Finding[] = [];
  for (const [index, raw] of all.entries()) {
    setting.progress({ kind: 'shrinking', done: index, of: all.length });
    const gone = setting.shrinks === false || setting.interrupted() !== null || course.budget !== null;
    const smallest = gone ? undefined : await course.within(() => shrink(course.caseSetting(), raw));
    const asFound = {
      request: raw.outcome.request,
      prior: raw.outcome.case.prior ?? {},
      outcome: raw.outcome,
      reproduced: false,
    };
    found.push(reattributed(setting.contract, findingLine(setting.contract, raw, smallest ?? asFound)));
  }
  return mergedByCause(found);
}
