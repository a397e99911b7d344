import type { Explored } from '../../harness/figures/explored.ts';
import { exploredWords } from './exploredWords.ts';

// One line of a terminal.
const most = 2;

/** How much a run tested, in a line: what it tested in part, the least tested first. */
export function exploredSentence(explored: readonly Explored[]): string {
  const partly = explored
    .filter(({ not }) => not.length > 0)
    .toSorted((left, right) => left.tried / left.of - right.tried / right.of)
    .map(({ tried, of, name }) => `${tried} of ${of} ${exploredWords[name]}`);
  if (partly.length === 0) return 'all members, constraints, bounds, pairs, parts and states of the contract';
  const more = partly.length - most;
  return [...partly.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}
