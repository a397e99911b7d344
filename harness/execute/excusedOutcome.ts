import { type Revision, reviseVerdict } from '../findings/reviseVerdict.ts';
import type { CaseOutcome, CaseSetting } from './caseOutcome.ts';
import { lostTarget } from './lostTarget.ts';

/** The outcome, without deviations that the account, the environment or a target that went away is to blame for. */
export async function excusedOutcome(setting: CaseSetting, outcome: CaseOutcome): Promise<CaseOutcome> {
  if (outcome.verdict.kind !== 'deviates') return outcome;
  const excuse = setting.isExcused?.(outcome.request, outcome.answer);
  const revision: Revision | undefined =
    excuse === undefined ? await lostTarget(setting, outcome) : { kind: 'environment', verdict: excuse };
  if (revision === undefined) return outcome;
  return { ...outcome, verdict: reviseVerdict(outcome.verdict, revision, outcome.expectation) };
}
