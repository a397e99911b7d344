import type { Case } from '../../generators/cases/case.ts';

/** The cases of a lane in order: an array, or something that makes them anew at each pass and so holds none of them. */
export interface CaseList extends Iterable<Case> {
  readonly length: number;
}

/** Those cases of a list that are wanted; of cases that are made when they are asked for, so are these. */
export function chosenFrom(cases: CaseList, isWanted: (one: Case) => boolean): CaseList {
  if (Array.isArray(cases)) return cases.filter(isWanted);
  let length = 0;
  for (const one of cases) if (isWanted(one)) length += 1;
  return { length, [Symbol.iterator]: () => chosen(cases, isWanted) };
}

function* chosen(cases: CaseList, isWanted: (one: Case) => boolean): Generator<Case, void> {
  for (const one of cases) if (isWanted(one)) yield one;
}
