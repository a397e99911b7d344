import { describeOperation } from '../../specs/operation.ts';
import type { Revision } from '../findings/reviseVerdict.ts';
import type { Deviation } from '../record/record.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { unassignedPoolId } from './unassignedPoolId.ts';

/**
 * Where a case ended in a broken connection or an unreadable pool: asks whether the target answers anything at all. A target that
 * died or throttles takes every request down that is under way, and none of them is to blame; undefined where it answers.
 */
export async function lostTarget({ transport }: CaseSetting, outcome: CaseOutcome): Promise<Revision | undefined> {
  const { verdict } = outcome;
  if (verdict.kind !== 'deviates' || !verdict.deviations.some(isSuspicious)) return undefined;
  const answer = await transport.send(describeOperation, JSON.stringify({ UserPoolId: unassignedPoolId }));
  if (isThrottled(answer)) return { kind: 'throttled-reading' };
  const isGone = answer.kind === 'unanswered' && (answer.why === 'refused' || answer.why === 'reset');
  return isGone ? { kind: 'target-gone', why: answer.detail } : undefined;
}

function isSuspicious({ kind, answerClass }: Deviation): boolean {
  if (kind === 'server-fault') return answerClass === 'reset' || answerClass === 'unreadable';
  return kind === 'no-answer' && answerClass !== 'timeout';
}
