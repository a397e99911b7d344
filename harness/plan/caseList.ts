import type { Case } from '../../generators/cases/case.ts';

/** The cases of a lane in order: an array, or a sequence that is generated again at each iteration and holds none of them. */
export interface CaseList extends Iterable<Case> {
  readonly length: number;
}

/** The cases of a list that pass a filter; a lazy list stays lazy. */
export function filterCases(cases: CaseList, isWanted: (one: Case) => boolean): CaseList {
  if (Array.isArray(cases)) return cases.filter(isWanted);
  let length = 0;
  for (const one of cases) if (isWanted(one)) length += 1;
  return { length, [Symbol.iterator]: () => filtered(cases, isWanted) };
}

function* filtered(cases: CaseList, isWanted: (one: Case) => boolean): Generator<Case, void> {
  for (const one of cases) if (isWanted(one)) yield one;
}
