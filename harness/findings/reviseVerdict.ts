import type { ClauseId } from '../../specs/clause.ts';
import { deviationsOf, verdictOf } from '../judge/verdictOf.ts';
import type { Deviation, ExpectationLine, Verdict } from '../record/record.ts';
import { findingId } from './findingId.ts';

/**
 * The reasons for which a verdict is changed after the judge; there are no others. The judge compares one answer with one
 * expectation, and each of these knows something beyond that. A guard against false alarms belongs here.
 */
export type Revision =
  /** Nobody knows how a request of this form is answered, so every orderly answer will do; see runWire. */
  | { readonly kind: 'open-form' }
  /** The answer is about the account or the credentials of the run, not about the operation; see runCase. */
  | { readonly kind: 'environment'; readonly verdict: Extract<Verdict, { readonly kind: 'undecided' | 'errored' }> }
  /** The target stopped answering while the case ran: whatever was under way then shows nothing; see lostTarget. */
  | { readonly kind: 'target-gone'; readonly why: string }
  /** The pool could not be read because the target throttles; see lostTarget. */
  | { readonly kind: 'throttled-reading' }
  /** Another member of the request was refused, and this deviation says so in place of the refusal; see laneRefusals. */
  | { readonly kind: 'other-member'; readonly deviation: Deviation }
  /** The same in a case after the one that reported it; see laneRefusals. */
  | { readonly kind: 'other-member-again'; readonly member: string; readonly finding: string }
  /** Other steps of the case, or pools that it must not touch, deviate too; see runSequence. */
  | { readonly kind: 'other-steps'; readonly deviations: readonly Deviation[] }
  /** Every answer of the target deviates so, which is a finding of its own and no part of single verdicts; see runProgress. */
  | { readonly kind: 'every-answer'; readonly findings: ReadonlySet<string> }
  /** The run was asked about some clauses or members only, and this deviation is about another; see runProgress. */
  | { readonly kind: 'outside-filter'; readonly isInside: (deviation: Deviation) => boolean }
  /** Only clauses that were seen on the live operation are judged, and this case or deviation is about another; see onlyConfirmed. */
  | { readonly kind: 'confirmed-only'; readonly clause: ClauseId; readonly isConfirmed: (clause: ClauseId) => boolean }
  /** Judged again from a record: what rests on more than the record holds is taken over from the run; see rejudgeCase. */
  | {
      readonly kind: 'recorded';
      readonly isLeftOut: (deviation: Deviation) => boolean;
      readonly taken: readonly Deviation[];
    };

/** The verdict after a revision. */
export function reviseVerdict(verdict: Verdict, revision: Revision, expectation: ExpectationLine): Verdict {
  const deviations = deviationsOf(verdict);
  switch (revision.kind) {
    case 'open-form':
      return openFormVerdict(verdict, expectation);
    case 'environment':
      return verdict.kind === 'deviates' ? revision.verdict : verdict;
    case 'target-gone':
      return { kind: 'errored', why: `The target stopped answering while this case ran: ${revision.why}.` };
    case 'throttled-reading':
      return { kind: 'inconclusive', why: 'The pool could not be read, since the target throttles.' };
    case 'other-member':
      return verdictOf([revision.deviation, ...deviations.filter(isNoRefusal)], expectation);
    case 'other-member-again':
      return otherMemberVerdict(deviations.filter(isNoRefusal), revision, expectation);
    case 'other-steps':
      return verdictOf(withoutRepeats([...deviations, ...revision.deviations]), expectation);
    case 'every-answer':
      return verdict.kind === 'deviates'
        ? verdictOf(
            deviations.filter((deviation) => !revision.findings.has(findingId(deviation))),
            expectation,
          )
        : verdict;
    case 'outside-filter':
      return verdict.kind === 'deviates' ? verdictOf(deviations.filter(revision.isInside), expectation) : verdict;
    case 'confirmed-only':
      return confirmedVerdict(verdict, revision, expectation);
    case 'recorded':
      return recordedVerdict(verdict, revision, expectation);
  }
}

// If the answer is open, its form is open too: a page for people is as good as a JSON error, and a refusal to serve as either.
function openFormVerdict(verdict: Verdict, expectation: ExpectationLine): Verdict {
  if (expectation.kind !== 'open') return verdict;
  if (verdict.kind === 'unsupported') return verdictOf([], expectation);
  return verdict.kind === 'deviates' ? verdictOf(verdict.deviations.filter(isDemandedAlways), expectation) : verdict;
}

function isDemandedAlways({ kind }: Deviation): boolean {
  return kind !== 'wrong-status' && kind !== 'malformed-answer';
}

function otherMemberVerdict(
  deviations: readonly Deviation[],
  { member, finding }: Extract<Revision, { readonly kind: 'other-member-again' }>,
  expectation: ExpectationLine,
): Verdict {
  if (deviations.length > 0) return verdictOf(deviations, expectation);
  const why = `The target refuses ${member} as it is here. That is finding ${finding}, not what this case is about.`;
  return { kind: 'inconclusive', why };
}

/** Why a case is not judged under --confirmed-only. */
export const notConfirmed = 'Its clause was not seen on the live operation, and only such clauses are judged.';

function confirmedVerdict(
  verdict: Verdict,
  { clause, isConfirmed }: Extract<Revision, { readonly kind: 'confirmed-only' }>,
  expectation: ExpectationLine,
): Verdict {
  if (verdict.kind !== 'conforms' && verdict.kind !== 'deviates') return verdict;
  const deviations = deviationsOf(verdict).filter((deviation) => isConfirmed(deviation.clause));
  return deviations.length > 0 || isConfirmed(clause)
    ? verdictOf(deviations, expectation)
    : { kind: 'undecided', why: notConfirmed };
}

function recordedVerdict(
  verdict: Verdict,
  { isLeftOut, taken }: Extract<Revision, { readonly kind: 'recorded' }>,
  expectation: ExpectationLine,
): Verdict {
  if (verdict.kind !== 'deviates' && taken.length === 0) return verdict;
  const judged = deviationsOf(verdict).filter((deviation) => !isLeftOut(deviation));
  return verdictOf([...judged, ...taken], expectation);
}

function withoutRepeats(deviations: readonly Deviation[]): readonly Deviation[] {
  return [...new Map(deviations.map((deviation) => [findingId(deviation), deviation])).values()];
}

function isNoRefusal({ kind }: Deviation): boolean {
  return !isRefusal(kind);
}

/** Whether a deviation may be caused by another member of the request. */
export function isRefusal(kind: Deviation['kind']): boolean {
  return kind === 'rejected-valid' || kind === 'wrong-error' || kind === 'server-fault';
}
