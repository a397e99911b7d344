import type { Board, TestedRow } from './board.ts';

/** The targets of a board that were tested, the fewest deviating clauses first. */
export function testedRows({ targets }: Board): readonly TestedRow[] {
  return targets
    .filter((row) => row.status === 'tested')
    .toSorted((left, right) => share(left) - share(right) || (left.name < right.name ? -1 : 1));
}

function share({ divergence: { deviating, judged } }: TestedRow): number {
  return judged === 0 ? 1 : deviating / judged;
}
