import { oneLine } from '../harness/figures/visibleText.ts';
import { grouped, plural } from '../specs/plural.ts';
import { type Change, type Comparison, changeKinds } from './compareRecords.ts';

/** Most changes of a kind that are listed; the JSON form has them all. */
const mostChanges = 20;

/** A comparison for people: what it rests on, how much changed, which deviations came and went, then case by case. */
export function comparisonText({ before, after, sharedCases, otherCases, changes }: Comparison): string {
  const basis = otherCases === 0 ? '' : `; clause by clause for ${plural(otherCases, 'other')}`;
  const of = (kind: Change['change']) => changes.filter(({ change }) => change === kind);
  const counts = changeKinds.map((kind) => `${grouped(of(kind).length)} ${kind}`).join(', ');
  return [
    `From ${oneLine(before.id, 60)} to ${oneLine(after.id, 60)}, case by case for ${plural(sharedCases, 'case')}${basis}.`,
    changes.length === 0 ? 'Nothing differs.' : `${counts}.`,
    ...deviationTally('deviations that came', changes, ({ came }) => came),
    ...deviationTally('deviations that went', changes, ({ went }) => went),
    ...changeKinds.flatMap((kind) => changeSection(kind, of(kind))),
  ].join('\n');
}

// One fault may show in a thousand cases: first which faults, the commonest first.
function deviationTally(
  title: string,
  changes: readonly Change[],
  read: (change: Change) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of changes.flatMap(read)) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return [];
  const sorted = [...counts].toSorted(([, left], [, right]) => right - left);
  const more = sorted.length - mostChanges;
  return [
    '',
    title,
    ...sorted.slice(0, mostChanges).map(([name, count]) => `${grouped(count).padStart(7)}  ${oneLine(name, 200)}`),
    ...(more > 0 ? [`  and ${grouped(more)} more; --json has them all`] : []),
  ];
}

function changeSection(kind: Change['change'], changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const more = changes.length - mostChanges;
  return [
    '',
    kind,
    ...changes.slice(0, mostChanges).flatMap(lines),
    ...(more > 0 ? [`  and ${grouped(more)} more; --json has them all`] : []),
  ];
}

function lines({ kind, id, before, after }: Change): readonly string[] {
  return [
    `  ${kind} ${oneLine(id, 200)}`,
    `    ${oneLine(before ?? 'not judged', 160)} → ${oneLine(after ?? 'not judged', 160)}`,
  ];
}
