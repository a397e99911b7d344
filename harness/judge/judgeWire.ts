import type { Clause, WireCheck } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { commonErrors, errorNamed, errorNumbered } from '../../specs/errors.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import { isJsonObject } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { Deviation, DeviationKind } from '../record/record.ts';
import type { Answered } from '../transport/answer.ts';
import { cleanName } from '../transport/readAnswer.ts';

/** Checks an answer against what every answer has to be, independent of the request. */
export function judgeWire(contract: Contract, answer: Answered): readonly Deviation[] {
  const found =
    answer.error === null ? successProblems(answer) : [...errorProblems(answer), ...dateHeaderProblems(answer)];
  return [...found, ...commonProblems(answer)].flatMap((departure) => wireDeviation(contract, departure));
}

interface WireProblem {
  readonly check: WireCheck;
  readonly kind: DeviationKind;
  readonly actual: string;
  readonly answerClass: string;
  /** Absent: the level that the evidence of the clause gives. */
  readonly level?: Level;
}

/** The deviation from a wire clause; none where the contract lacks the clause. */
export function wireDeviation(
  contract: Contract,
  { check, kind, actual, answerClass, level }: WireProblem,
): readonly Deviation[] {
  const clause = wireClauses(contract).get(check);
  if (clause === undefined) return [];
  const { id, member, says, evidence } = clause;
  return [{ clause: id, member, kind, level: level ?? levelOf(evidence), expected: says, actual, answerClass }];
}

/** The first clause on each check. */
const wireClauses = memoizeByObject(({ clauses }: Contract): ReadonlyMap<WireCheck, Clause> => {
  const found = clauses.flatMap((clause) =>
    clause.constraint.kind === 'wire' ? [[clause.constraint.check, clause] as const] : [],
  );
  return new Map(found.toReversed());
});

function successProblems({ status, text, body }: Answered): readonly WireProblem[] {
  const departures: WireProblem[] = [];
  if (status !== 200) {
    departures.push({
      check: 'success-status',
      kind: 'wrong-status',
      actual: `HTTP ${status}.`,
      answerClass: `${status}`,
    });
  }
  const empty = text.trim() === '' || (isJsonObject(body) && Object.keys(body).length === 0);
  if (!empty) {
    const answerClass = isJsonObject(body)
      ? (Object.keys(body)[0] ?? '')
      : body === undefined
        ? bodyClass(text)
        : typeName(body);
    departures.push({
      check: 'success-body',
      kind: 'malformed-answer',
      actual: `The body is ${excerpt(text)}.`,
      answerClass,
    });
  }
  return departures;
}

function errorProblems(answer: Answered): readonly WireProblem[] {
  const { status, error, body, message } = answer;
  const departures: WireProblem[] = [];
  const numbered = errorNumbered(status);
  const type = isJsonObject(body) ? body.__type : undefined;
  // A status of the OpenAPI numbering names the error by itself: it has to be the right one, and needs no `__type`.
  const wanted =
    numbered === undefined ? (errorNamed(error ?? '')?.status ?? 400) : (errorNamed(error ?? '')?.code ?? status);
  if (status !== wanted && !isStatusUnknown(error)) {
    departures.push({
      check: 'error-status',
      kind: 'wrong-status',
      actual: `HTTP ${status} for ${error || 'an unnamed error'}.`,
      answerClass: `${status}`,
    });
  }
  if (!isJsonObject(body)) {
    departures.push({
      check: 'error-body',
      kind: 'malformed-answer',
      actual: `The body is ${excerpt(answer.text)}.`,
      answerClass: body === undefined ? bodyClass(answer.text) : typeName(body),
    });
  } else if (numbered === undefined) {
    departures.push(...typeProblems(type), ...headerProblems(answer.headers, type));
  }
  if ((message ?? '').trim() === '' && error !== 'SerializationException' && isJsonObject(body)) {
    departures.push({
      check: 'error-message',
      kind: 'malformed-answer',
      actual: message === null ? 'There is no message.' : 'The message is empty.',
      answerClass: message === null ? 'absent' : 'empty',
    });
  }
  return departures;
}

// The status of errors that no operation declares was seen for SerializationException alone.
function isStatusUnknown(error: string | null): boolean {
  return error !== 'SerializationException' && commonErrors.some(({ name }) => name === error);
}

function typeProblems(type: unknown): readonly WireProblem[] {
  const departure = (actual: string, answerClass: string): readonly WireProblem[] => [
    { check: 'error-type', kind: 'malformed-answer', actual, answerClass },
  ];
  if (typeof type !== 'string' || type === '') return departure('The body has no __type.', 'absent');
  // Some clients take what stands behind a colon for part of the name.
  if (type.includes(':')) return departure(`__type is "${type}".`, 'colon');
  return type.includes('#')
    ? [
        {
          check: 'error-namespace',
          kind: 'malformed-answer',
          actual: `__type is "${type}".`,
          answerClass: 'namespaced',
        },
      ]
    : [];
}

// Clients differ in which of the two they believe.
function headerProblems(headers: Answered['headers'], type: unknown): readonly WireProblem[] {
  const header = headers['x-amzn-errortype'] ?? '';
  if (typeof type !== 'string' || type === '' || header === '' || cleanName(header) === cleanName(type)) return [];
  return [
    {
      check: 'error-type',
      kind: 'malformed-answer',
      actual: `__type is "${type}", and the header x-amzn-errortype is "${header}".`,
      answerClass: 'two-names',
    },
  ];
}

function commonProblems({ headers, text }: Answered): readonly WireProblem[] {
  const departures: WireProblem[] = [];
  if (!headers['x-amzn-requestid'] && !headers['x-amz-request-id']) {
    departures.push({
      check: 'request-id',
      kind: 'malformed-answer',
      actual: 'There is no request id header.',
      answerClass: 'absent',
    });
  }
  const contentType = headers['content-type'];
  const isNeeded = text.trim() !== '' || (contentType ?? '') !== '';
  if (isNeeded && !/^application\/(x-amz-json-1\.1|json)\b/i.test(contentType ?? '')) {
    departures.push({
      check: 'content-type',
      kind: 'malformed-answer',
      actual: contentType === undefined ? 'There is no content type.' : `The content type is ${contentType}.`,
      answerClass: (contentType ?? 'absent').split(';', 1)[0] ?? '',
    });
  }
  return departures;
}

function dateHeaderProblems({ headers, clockSkew }: Answered): readonly WireProblem[] {
  if (clockSkew === undefined) return [];
  const actual = `The Date header is "${headers.date}", ${clockSkew} seconds off.`;
  return [{ check: 'date-header', kind: 'malformed-answer', actual, answerClass: 'off' }];
}

function bodyClass(text: string): string {
  if (text.trim() === '') return 'empty';
  return /^\s*</.test(text) ? 'markup' : 'not-json';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** The beginning of a text, quoted on one line. */
export function excerpt(text: string): string {
  return text === '' ? 'empty' : JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
