import { type Change, type Comparison, changeKinds } from './comparison.ts';
import { grouped, plural } from './text/plural.ts';
import { oneLine } from './text/visible.ts';

/** Most changes of a kind that are told one by one; the JSON form has them all. */
const shown = 40;

/** A comparison for people: what it rests on, how much changed, then the changes, worse first. */
export function comparisonText({ before, after, sharedCases, otherCases, changes }: Comparison): string {
  const basis = otherCases === 0 ? '' : `; clause by clause for ${plural(otherCases, 'other')}`;
  const of = (kind: Change['change']) => changes.filter(({ change }) => change === kind);
  const counts = changeKinds.map((kind) => `${grouped(of(kind).length)} ${kind}`).join(', ');
  return [
    `From ${oneLine(before.id, 60)} to ${oneLine(after.id, 60)}, case by case for ${plural(sharedCases, 'case')}${basis}.`,
    changes.length === 0 ? 'Nothing differs.' : `${counts}.`,
    ...changeKinds.flatMap((kind) => section(kind, of(kind))),
  ].join('\n');
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
