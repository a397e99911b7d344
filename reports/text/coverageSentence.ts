import type { Coverage } from '../../harness/figures/coverage.ts';

/** What coverage counts, and how many members the run did not test. */
export function coverageSentence({ implemented, tested, members }: Coverage): string {
  const untested = tested < members ? `, and ${members - tested} were not tested` : '';
  return `${implemented} of ${members} members have an effect${untested}`;
}
