import type { Row, Rows } from '../../specs/editions/rows.ts';
import type { MemberPath } from '../../specs/member.ts';
import { isSamePattern } from './wholePattern.ts';

/** One member that two editions do not say the same of. */
export interface RowDifference {
  readonly path: MemberPath;
  /** Undefined where the edition does not have the member. */
  readonly from: Row | undefined;
  readonly to: Row | undefined;
}

/** The members that differ, those of the first edition first. */
export function rowDifferences(from: Rows, to: Rows): readonly RowDifference[] {
  const paths = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...paths]
    .map((path) => ({ path, from: from[path], to: to[path] }))
    .filter((each) => each.from === undefined || each.to === undefined || !isSameRow(each.from, each.to));
}

/** Whether two rows say the same. Limits that one of them does not know are no difference. */
export function isSameRow(left: Row, right: Row): boolean {
  const isSameKind = left.type === right.type && (left.required ?? false) === (right.required ?? false);
  if (!isSameKind || left.limits === 'unknown' || right.limits === 'unknown')
    return isSameKind && isSameSet(left, right);
  return (
    isSameSet(left, right) &&
    least(left) === least(right) &&
    left.max === right.max &&
    isSamePattern(left.pattern, right.pattern)
  );
}

function isSameSet(left: Row, right: Row): boolean {
  return JSON.stringify(left.enum?.toSorted()) === JSON.stringify(right.enum?.toSorted());
}

// Nothing is shorter than 0: a length of at least 0 says nothing.
function least({ type, min }: Row): number | undefined {
  return type !== 'integer' && min === 0 ? undefined : min;
}
