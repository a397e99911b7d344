import type { Confirmation } from '../../harness/figures/confirmation.ts';
import { onDate } from '../../specs/onDate.ts';

/** The same in one line of a terminal. */
export function confirmationNote({ judged, live, last }: Confirmation): string {
  const when = last === null ? '' : `, last ${onDate(last)}`;
  return `${live} of ${judged} at level must were seen on AWS${when}`;
}

/** How many of the judged clauses at level must were seen on AWS, and when last. */
export function confirmationSentence({ judged, live, last }: Confirmation): string {
  if (judged === 0) return 'no clause at level must was judged';
  const when = last === null ? '' : `, last ${onDate(last)}`;
  const rest = live < judged ? '; the others rest on the model' : '';
  return `${live} of ${judged} judged clauses at level must were seen on AWS${when}${rest}`;
}
