import type { Coverage } from '../../harness/figures/coverage.ts';
import { percent } from '../../specs/plural.ts';

/** What coverage counts, and how many members the run did not test. */
export function coverageSentence({ implemented, tested, members, isUnread }: Coverage): string {
  const rest = members - tested;
  const untested = rest === 0 ? '' : `, and ${rest} ${rest === 1 ? 'was' : 'were'} not tested`;
  const what = isUnread ? 'members are checked in requests; no pool can be read back' : 'members have an effect';
  return `${implemented} of ${members} ${what}${untested}`;
}

/** What the share is called: a target whose pools cannot be read is not seen to cover anything. */
export function coverageLabel({ isUnread }: Coverage): 'Coverage' | 'Checked' {
  return isUnread ? 'Checked' : 'Coverage';
}

/** The share in a table, where the column is called coverage. */
export function coverageCell({ implemented, members, isUnread }: Coverage): string {
  const share = percent(implemented, members);
  return isUnread ? `${share} checked` : share;
}
