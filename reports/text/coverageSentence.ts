import type { Coverage } from '../../harness/figures/coverage.ts';

/** What coverage counts, and how many members it cannot speak of, since the run did not try them. */
export function coverageSentence({ implemented, tested, members }: Coverage): string {
  const untested = tested < members ? `, and ${members - tested} were not tried by name` : '';
  return `${implemented} of ${members} members have an effect${untested}`;
}
