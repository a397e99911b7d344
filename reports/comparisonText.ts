import { oneLine } from '../harness/figures/visible.ts';
import { grouped, plural } from '../specs/plural.ts';
import { type Change, type Comparison, changeKinds } from './comparison.ts';

/** Most changes of a kind that are told one by one; the JSON form has them all. */
const shown = 20;

/** A comparison for people: what it rests on, how much changed, which deviations came and went, then case by case. */
export function comparisonText({ before, after, sharedCases, otherCases, changes }: Comparison): string {
  const basis = otherCases === 0 ? '' : `; clause by clause for ${plural(otherCases, 'other')}`;
  const of = (kind: Change['change']) => changes.filter(({ change }) => change === kind);
  const counts = changeKinds.map((kind) => `${grouped(of(kind).length)} ${kind}`).join(', ');
  return [
    `From ${oneLine(before.id, 60)} to ${oneLine(after.id, 60)}, case by case for ${plural(sharedCases, 'case')}${basis}.`,
    changes.length === 0 ? 'Nothing differs.' : `${counts}.`,
    ...tally('deviations that came', changes, ({ came }) => came),
    ...tally('deviations that went', changes, ({ went }) => went),
    ...changeKinds.flatMap((kind) => section(kind, of(kind))),
  ].join('\n');
}

// One fault may show in a thousand cases: first which faults, the commonest first.
function tally(
  title: string,
  changes: readonly Change[],
  read: (change: Change) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of changes.flatMap(read)) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return [];
  const sorted = [...counts].toSorted(([, left], [, right]) => right - left);
  const more = sorted.length - shown;
  return [
    '',
    title,
    ...sorted.slice(0, shown).map(([name, count]) => `${grouped(count).padStart(7)}  ${oneLine(name, 200)}`),
    ...(more > 0 ? [`  and ${grouped(more)} more; --json has them all`] : []),
  ];
}

function section(kind: Change['change'], changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const more = changes.length - shown;
  return [
    '',
    kind,
    ...changes.slice(0, shown).flatMap(lines),
    ...(more > 0 ? [`  and ${grouped(more)} more; --json has them all`] : []),
  ];
}

function lines({ kind, id, before, after }: Change): readonly string[] {
  return [
    `  ${kind} ${oneLine(id, 200)}`,
    `    ${oneLine(before ?? 'not judged', 160)} → ${oneLine(after ?? 'not judged', 160)}`,
  ];
}
