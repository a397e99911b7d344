import { asSentence } from '../../specs/asSentence.ts';
import type { Clause, ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { errorNamed } from '../../specs/errors.ts';
import { levelOf } from '../../specs/evidence.ts';
import { type JsonValue, ownMember } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { messagePattern } from '../../specs/messages.ts';
import type { Expectation } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Deviation, DeviationKind, Verdict } from '../record/record.ts';
import type { Answer, Answered, Unanswered } from '../transport/answer.ts';
import { isThrottled } from '../transport/isThrottled.ts';
import { refusedDateDeviations } from './judgeDates.ts';
import { changedMembers, fixedDeviations, judgeState } from './judgeState.ts';
import { shownTypeDeviations } from './judgeTypes.ts';
import { judgeUnknownMembers } from './judgeUnknownMembers.ts';
import { excerpt, judgeWire, wireDeviation } from './judgeWire.ts';
import { outsideDoubt } from './outsideDoubt.ts';
import { shownValue } from './shownValue.ts';
import { verdictOf } from './verdictOf.ts';

/** One case, sent and answered. */
export interface Trial {
  readonly contract: Contract;
  /** The clause that the case tests; deviations without a clause of their own are reported under it. */
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly expectation: Expectation;
  /** The body as sent, where it is JSON. */
  readonly request?: JsonValue;
  readonly answer: Answer;
  /** Whether error messages are compared too. */
  readonly messages?: boolean;
  /** It was retried after a conflict error while no other request used the pool. */
  readonly isRepeated?: boolean;
  readonly before: PoolState | null;
  /** The pool afterwards; null where the case has none, a sentence where it could not be read. */
  readonly after: PoolState | string | null;
}

/** Compares what came with what the contract expects. */
export function judge(trial: Trial): Verdict {
  const isExpected = isExpectedError(trial);
  const excused = isExpected ? undefined : verdictWithoutJudgement(trial.answer);
  if (excused !== undefined) return excused;
  const why = isExpected ? undefined : outsideDoubt(trial.request, trial.answer);
  const judged: Trial = why === undefined ? trial : { ...trial, expectation: { kind: 'open', why } };
  return verdictOf([...answerDeviations(judged), ...stateDeviations(judged)], judged.expectation);
}

/** Whether the answer is the expected error. An expected throttling or conflict error is judged, not excused. */
function isExpectedError({ expectation, answer, isRepeated = false }: Trial): boolean {
  const error = answer.kind === 'answered' ? answer.error : null;
  // Nobody else changes the pool, so the target gives this answer to the request itself.
  if (isRepeated && expectation.kind === 'rejected' && error === 'ConcurrentModificationException') return true;
  return expectation.kind === 'rejected' && expectation.errors.some((name) => name === error);
}

function verdictWithoutJudgement(answer: Answer): Verdict | undefined {
  if (answer.kind === 'unanswered') {
    return answer.why === 'refused' ? { kind: 'errored', why: `The target is gone: ${answer.detail}.` } : undefined;
  }
  if (isThrottled(answer))
    return { kind: 'inconclusive', why: `Throttled: ${answer.error || `HTTP ${answer.status}`}.` };
  if (isUnimplemented(answer)) {
    return { kind: 'unsupported', why: `The target does not offer this: ${answer.error || `HTTP ${answer.status}`}.` };
  }
  return undefined;
}

/** Whether an answer says that the target does not have the operation. */
export function isUnimplemented(answer: Answer): boolean {
  if (answer.kind !== 'answered') return false;
  const names = [
    'UnknownOperationException',
    'NotImplementedException',
    'NotImplemented',
    'UnsupportedOperationException',
  ];
  return answer.status === 501 || names.includes(answer.error ?? '');
}

function answerDeviations(trial: Trial): readonly Deviation[] {
  const { contract, answer } = trial;
  if (answer.kind === 'unanswered') {
    const kind = answer.why === 'timeout' ? 'no-answer' : answer.why === 'reset' ? 'server-fault' : 'malformed-answer';
    return [
      caseDeviation(
        trial,
        kind,
        'Every request is answered.',
        `${noAnswerSentence(answer.why)}: ${answer.detail}.`,
        answer.why,
      ),
    ];
  }
  if (answer.status >= 500 && !isExpectedError(trial)) {
    const expected =
      trial.expectation.kind === 'rejected'
        ? brokenRules(trial.expectation.broken)
        : 'The request is answered without a fault of the server.';
    return [
      caseDeviation(
        trial,
        'server-fault',
        expected,
        `HTTP ${answer.status} ${excerpt(answer.text)}.`,
        `${answer.status}`,
      ),
    ];
  }
  return [...judgeWire(contract, answer), ...outcomeDeviations(trial, answer)];
}

function noAnswerSentence(why: Unanswered['why']): string {
  switch (why) {
    case 'timeout':
      return 'There was no answer';
    case 'not-sent':
      return 'Nothing was sent';
    case 'reset':
    case 'refused':
      return 'The connection broke';
    case 'too-large':
      return 'The answer is too large';
  }
}

function outcomeDeviations(trial: Trial, answer: Answered): readonly Deviation[] {
  const { expectation } = trial;
  switch (expectation.kind) {
    case 'open':
      return [];
    case 'accepted':
      if (answer.error === null) return [];
      return [
        caseDeviation(
          restingOn(trial, expectation.restsOn),
          'rejected-valid',
          'The request keeps the contract and is accepted.',
          refusalSentence(answer),
          answer.error || `${answer.status}`,
        ),
      ];
    case 'rejected':
      return rejectionDeviations(trial, expectation.broken, expectation.errors, answer);
  }
}

// A refusal against a rule of acceptance is no surer than that rule.
function restingOn(trial: Trial, clause: Clause | undefined): Trial {
  return clause === undefined ? trial : { ...trial, clause: clause.id, member: clause.member };
}

function rejectionDeviations(
  trial: Trial,
  broken: readonly Clause[],
  errors: readonly string[],
  answer: Answered,
): readonly Deviation[] {
  const isExpected = answer.error !== null && errors.includes(answer.error);
  if (isExpected) return trial.messages === true ? messageDeviations(trial, broken, answer) : [];
  // An error without a name is reported as a malformed answer already.
  if (answer.error === '') return [];
  const expected = `${brokenRules(broken)} Expected ${errors.join(' or ')}.`.trimStart();
  if (answer.error === null) {
    return [
      caseDeviation(trial, 'accepted-invalid', expected, `Accepted with HTTP ${answer.status}.`, `${answer.status}`),
    ];
  }
  return [caseDeviation(trial, 'wrong-error', expected, refusalSentence(answer), answer.error)];
}

/** A message that fits none of the broken clauses; any message is right if one of them has no observed message. */
function messageDeviations(trial: Trial, broken: readonly Clause[], answer: Answered): readonly Deviation[] {
  const { message } = answer;
  // Refused for something else in the request, of which nobody knows whether it is refused.
  const isForOther =
    broken.length > 0 && !broken.some(({ onBreach }) => onBreach.some((name) => name === answer.error));
  if (isForOther) return [];
  const texts = broken.map(messagePattern);
  if (texts.some((text) => text === undefined || text.test(message ?? ''))) return [];
  const expected = `The message is as the service was seen to word it: ${texts.map((text) => text?.source).join(' or ')}`;
  const deviation = caseDeviation(
    trial,
    'wrong-error',
    expected,
    `The message is ${excerpt(message ?? '')}.`,
    'message',
  );
  return [{ ...deviation, level: 'may' }];
}

function brokenRules(broken: readonly Clause[]): string {
  return broken.map(({ says }) => asSentence(says)).join(' ');
}

function refusalSentence({ status, error, message }: Answered): string {
  const code = errorNamed(error ?? '')?.code;
  const name = error === null || error === '' ? 'an unnamed error' : error;
  return `Refused with ${name}${typeof code === 'number' ? ` (${code})` : ''}, HTTP ${status}${message === null ? '' : `: ${excerpt(message)}`}.`;
}

function caseDeviation(
  trial: Trial,
  kind: DeviationKind,
  expected: string,
  actual: string,
  answerClass: string,
): Deviation {
  const clause = trial.contract.byId.get(trial.clause);
  const level = clause === undefined || isFault(kind) ? 'must' : levelOf(clause.evidence);
  return { clause: trial.clause, member: trial.member, kind, level, expected, actual, answerClass };
}

// That every request is answered, and without a fault of the server, is as sure whatever the case is about.
function isFault(kind: DeviationKind): boolean {
  return kind === 'server-fault' || kind === 'no-answer';
}

function stateDeviations(trial: Trial): readonly Deviation[] {
  const { contract, answer, expectation, before, after } = trial;
  if (typeof after === 'string') {
    const found = wireDeviation(contract, {
      check: 'readable-state',
      kind: 'server-fault',
      actual: after,
      answerClass: 'unreadable',
    });
    return found.map((deviation) => ({ ...deviation, member: trial.member }));
  }
  if (before === null || after === null || answer.kind === 'unanswered') return [];
  if (answer.error !== null) return refusalDeviations(contract, before, after);
  // Immutable settings have to stay as they are, whatever the request says.
  const states = 'state' in expectation ? (expectation.state ?? []) : [];
  const unknown = expectation.kind === 'open' ? (expectation.unknown ?? []) : [];
  if (unknown.length > 0) return judgeUnknownMembers(contract, states, unknown, before, after);
  const ofState = judgeState(contract, states, before, after);
  // A wrong type is told once: where the value is wrong as well, or was sent so, that says it.
  const isRight = expectation.kind === 'accepted' && ofState.length === 0;
  return [
    ...ofState.map((deviation) => attributedToStrangers(trial, deviation)),
    ...(isRight ? shownTypeDeviations(contract, after, before) : []),
  ];
}

/** No source says more of members that the contract does not have, so a deviation from it is at level may. */
const strangersChangeNothing = 'Members that the contract does not have change nothing.';

// Where members that the contract does not have change the pool, it is no matter of the members that changed.
function attributedToStrangers({ contract, clause, member }: Trial, deviation: Deviation): Deviation {
  const constraint = contract.byId.get(clause)?.constraint;
  const isAboutStrangers = constraint?.kind === 'wire' && constraint.check === 'unknown-members';
  if (!isAboutStrangers || deviation.kind !== 'wrong-state') return deviation;
  const expected = `${strangersChangeNothing} ${deviation.expected}`;
  return { ...deviation, clause, member, level: 'may', expected };
}

function refusalDeviations(contract: Contract, before: PoolState, after: PoolState): readonly Deviation[] {
  return [
    ...atomicityDeviations(contract, before, after),
    ...fixedDeviations(contract, before, after),
    ...refusedDateDeviations(contract, before.fixed, after.fixed),
  ];
}

function atomicityDeviations(contract: Contract, before: PoolState, after: PoolState): readonly Deviation[] {
  return changedMembers(before, after).flatMap((member) =>
    wireDeviation(contract, {
      check: 'atomic',
      kind: 'not-atomic',
      actual: `The request was refused, yet ${member} went from ${shownValue(ownMember(before.members, member))} to ${shownValue(ownMember(after.members, member))}.`,
      answerClass: 'changed',
    }).map((deviation) => ({ ...deviation, member })),
  );
}
