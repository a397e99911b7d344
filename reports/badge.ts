import { summaryOf } from '../harness/figures/summary.ts';
import { targetTitle } from '../harness/figures/targetTitle.ts';
import { targetVersion } from '../harness/figures/targetVersion.ts';
import type { RunRecord } from '../harness/record/record.ts';
import { testedOperation } from '../specs/operation.ts';
import type { Reporter } from './reporter.ts';

/** badge.json: what an endpoint badge of shields.io shows. */
export const badge: Reporter = {
  description: 'badge.json: an endpoint badge for shields.io',
  fileName: 'badge.json',
  render: (record) => `${JSON.stringify({ schemaVersion: 1, label: labelOf(record), ...badgeStatus(record) })}\n`,
};

// A badge without the version of what was judged says nothing of today's.
function labelOf(record: RunRecord): string {
  return targetVersion(record) === 'unknown' ? testedOperation : `${testedOperation}, ${targetTitle(record, 40)}`;
}

interface Status {
  readonly message: string;
  readonly color: 'brightgreen' | 'yellow' | 'red' | 'lightgrey';
  /** Makes the badge red whatever colour a page asks for. */
  readonly isError?: true;
}

function badgeStatus(record: RunRecord): Status {
  const { conformance, divergence } = summaryOf(record);
  const { deviating, judged } = divergence;
  if (judged === 0) return { message: 'not judged', color: 'lightgrey' };
  // What ran says nothing of what did not.
  if (record.footer.interrupted !== null && deviating === 0) return { message: 'ended early', color: 'lightgrey' };
  const message = `${judged - deviating} of ${judged} clauses`;
  switch (conformance) {
    case 'conforms':
      return { message, color: 'brightgreen' };
    case 'tolerated':
      return { message, color: 'yellow' };
    case 'fails':
    case 'not-judged':
      return { message, color: 'red', isError: true };
  }
}
