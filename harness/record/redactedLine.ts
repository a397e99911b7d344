import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Redact, redactedMembers, redactedValue } from '../transport/redact.ts';
import type { AnswerLine, CaseLine, Finding, PoolLine, RecordFooter, Verdict } from './record.ts';
import type { RecordLine } from './recordLine.ts';

/**
 * A line of a record without secrets in what came from the target. What poolproof itself wrote stays: ids, clauses, and requests but
 * for the id of the pool.
 */
export function redactedLine(line: RecordLine, redact: Redact): RecordLine {
  switch (line.line) {
    case 'header':
    case 'gate':
      return line;
    case 'probe':
      return line.server === undefined ? line : { ...line, server: redact(line.server) };
    case 'pool':
      return redactedPool(line, redact);
    case 'case':
      return redactedCase(line, redact);
    case 'finding':
      return redactedFinding(line, redact);
    case 'footer':
      return redactedFooter(line, redact);
  }
}

function redactedPool(line: PoolLine, redact: Redact): PoolLine {
  const { id, members, fresh, factors } = line;
  return {
    ...line,
    id: redact(id),
    members: redactedMembers(members, redact),
    ...(fresh === undefined ? {} : { fresh: redactedMembers(fresh, redact) }),
    ...(factors === undefined ? {} : { factors: redactedMembers(factors, redact) }),
  };
}

function redactedCase(line: CaseLine, redact: Redact): CaseLine {
  const { request, answer, verdict, changed, prepared } = line;
  return {
    ...line,
    request: redactedRequest(request, redact),
    answer: redactedAnswer(answer, redact),
    verdict: redactedVerdict(verdict, redact),
    changed: redactedMembers(changed, redact),
    ...(prepared === undefined
      ? {}
      : { prepared: { ...prepared, members: redactedMembers(prepared.members, redact) } }),
  };
}

function redactedRequest(request: JsonObject | string, redact: Redact): JsonObject | string {
  if (typeof request === 'string') return redact(request);
  const { UserPoolId: id } = request;
  return typeof id === 'string' && redact(id) !== id ? { ...request, UserPoolId: redact(id) } : request;
}

function redactedAnswer(answer: AnswerLine, redact: Redact): AnswerLine {
  if (answer.kind === 'unanswered') return { ...answer, detail: redact(answer.detail) };
  const { message, body, headers } = answer;
  return {
    ...answer,
    message: message === null ? null : redact(message),
    body: redact(body),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redact(value)])),
  };
}

function redactedVerdict(verdict: Verdict, redact: Redact): Verdict {
  if (verdict.kind === 'conforms') return verdict;
  if (verdict.kind !== 'deviates') return { ...verdict, why: redact(verdict.why) };
  const deviations = verdict.deviations.map((deviation) => ({ ...deviation, actual: redact(deviation.actual) }));
  return { ...verdict, deviations };
}

function redactedFinding(finding: Finding, redact: Redact): Finding {
  const clean = (value: JsonValue) => redactedValue(value, redact);
  return {
    ...finding,
    actual: redact(finding.actual),
    expected: redact(finding.expected),
    answer: redactedAnswer(finding.answer, redact),
    state: finding.state.map((difference) => ({
      ...difference,
      before: clean(difference.before),
      after: clean(difference.after),
      expected: redact(difference.expected),
    })),
  };
}

function redactedFooter(footer: RecordFooter, redact: Redact): RecordFooter {
  const { interrupted, notDeleted } = footer;
  return {
    ...footer,
    interrupted: interrupted === null ? null : redact(interrupted),
    ...(notDeleted === undefined ? {} : { notDeleted: notDeleted.map(redact) }),
  };
}
