import type { Case } from '../../generators/cases/case.ts';
import { beginningOf } from '../../specs/beginningOf.ts';
import { type JsonValue, ownMember } from '../../specs/json.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { changedMembers } from '../judge/judgeState.ts';
import type { Expectation } from '../oracle/expectation.ts';
import type { Answer } from '../transport/answer.ts';
import { boundedMembers, boundedText } from './bounded.ts';
import type { AnswerLine, CaseLine, ExpectationLine, Verdict } from './record.ts';

/** Headers that the contract mentions; the others are not kept. */
const keptHeaders = [
  'content-type',
  'content-length',
  'x-amzn-requestid',
  'x-amzn-errortype',
  'x-amzn-errormessage',
  'date',
];

/** Longest part of an answer's body that a record keeps, in characters. */
export const keptBody = 2000;

/** Longest value of a member, as JSON: beyond what any edition allows for all texts of a member. */
export const longestValue = 1_000_000;

/** Longest detail, header and sentence. */
export const longestDetail = 1000;

/** Deviations that one case keeps. */
const mostDeviations = 100;

/** A verdict as the record keeps it. */
export function boundedVerdict(verdict: Verdict): Verdict {
  if (verdict.kind === 'conforms') return verdict;
  if (verdict.kind !== 'deviates') return { ...verdict, why: boundedText(verdict.why, longestDetail) };
  const deviations = verdict.deviations
    .slice(0, mostDeviations)
    .map((deviation) => ({ ...deviation, actual: boundedText(deviation.actual, longestDetail) }));
  return { ...verdict, deviations };
}

/** A case as the record keeps it. */
export function caseLine(lane: string, outcome: CaseOutcome): CaseLine {
  const { case: one, request, expectation, answer, verdict } = outcome;
  return {
    line: 'case',
    id: one.id,
    phase: one.phase,
    lane,
    clause: one.clause,
    member: one.member,
    breaks: one.breaks,
    request,
    ...recordedSteps(one),
    expectation: expectationLine(expectation),
    answer: answerLine(answer),
    verdict: boundedVerdict(verdict),
    changed: boundedMembers(changes(outcome), longestValue),
    ...(outcome.spoiledBy === undefined ? {} : { spoiledBy: outcome.spoiledBy }),
  };
}

/** A case that was planned and not sent, as the record keeps it. */
export function skippedLine(lane: string, { id, phase, clause, member, breaks, request }: Case, why: string): CaseLine {
  return {
    line: 'case',
    id,
    phase,
    lane,
    clause,
    member,
    breaks,
    request,
    expectation: { kind: 'open', why: 'it was not sent' },
    answer: { kind: 'unanswered', why: 'not-sent', detail: why, ms: 0 },
    verdict: { kind: 'skipped', why },
    changed: {},
  };
}

function recordedSteps({ steps, parallel }: Case): Pick<CaseLine, 'steps'> {
  const all = steps ?? parallel;
  return all === undefined ? {} : { steps: all };
}

/** An expectation as the record keeps it. */
export function expectationLine(expectation: Expectation): ExpectationLine {
  switch (expectation.kind) {
    case 'accepted':
      return { kind: 'accepted' };
    case 'rejected': {
      const { broken: _kept, ...line } = expectation;
      return line;
    }
    case 'open':
      return expectation;
  }
}

/** An answer as the record keeps it. */
export function answerLine(answer: Answer): AnswerLine {
  if (answer.kind === 'unanswered') return { ...answer, detail: boundedText(answer.detail, longestDetail) };
  const { status, error, message, text, headers, ms, clockSkew } = answer;
  const kept = Object.entries(headers).filter(([name]) => keptHeaders.includes(name));
  return {
    kind: 'answered',
    status,
    error,
    message: message === null ? null : beginningOf(message, keptBody),
    body: beginningOf(text, keptBody),
    headers: Object.fromEntries(kept.map(([name, value]) => [name, boundedText(value, longestDetail)])),
    ms,
    ...(clockSkew === undefined ? {} : { clockSkew }),
  };
}

function changes({ before, after }: CaseOutcome): Readonly<Record<string, JsonValue>> {
  if (before === null || after === null || typeof after === 'string') return {};
  return Object.fromEntries(
    changedMembers(before, after).map((name) => [name, ownMember(after.members, name) ?? null]),
  );
}
