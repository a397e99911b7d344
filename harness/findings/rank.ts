import type { Case } from '../../generators/cases/case.ts';

/** How clearly a case shows a deviation, the clearest lowest: cases of every run, single requests, fewer breaches, shorter request, id. */
export type Rank = readonly [kept: number, unusual: number, breaches: number, length: number, id: string];

/** By rank and not by time: lanes side by side come in any order, and a finding should name the same case each time. */
export function rankOf({ breaks, request, raw, steps, parallel, id, kept }: Case): Rank {
  const isUnusual = raw !== undefined || steps !== undefined || parallel !== undefined;
  return [kept ? 1 : 0, isUnusual ? 1 : 0, breaks.length, JSON.stringify(request).length, id];
}

/** Whether the left rank is clearer. */
export function isBefore(left: Rank, right: Rank): boolean {
  const index = left.findIndex((part, place) => part !== right[place]);
  const [first, second] = [left[index], right[index]];
  return first !== undefined && second !== undefined && first < second;
}
