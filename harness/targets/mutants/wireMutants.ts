import type { ErrorName } from '../../../specs/errors.ts';
import type { Answer } from '../mock/answer.ts';
import type { ResponseParts, Wire } from '../mock/wire.ts';
import type { Alteration, Mutant } from './mutant.ts';

/** Longer than the default timeout of a run, in milliseconds. */
const tooLong = 20_000;

/** Answers to UpdateUserPool that are put on the wire wrongly, or never arrive. */
export function wireMutants(): readonly Mutant[] {
  return [...successes, ...errors, ...answers, ...noAnswers].map(({ name, check, says, alteration }) => ({
    id: `wire/${name}`,
    group: 'wire',
    member: '',
    clause: `wire.${check}`,
    says,
    alteration,
  }));
}

interface WireFault {
  readonly name: string;
  readonly check: string;
  readonly says: string;
  readonly alteration: Alteration;
}

type Change = (parts: ResponseParts, answer: Answer) => ResponseParts;

function onWire(
  name: string,
  check: string,
  says: string,
  change: Change,
  when: (answer: Answer) => boolean,
): WireFault {
  const wire =
    (usual: Wire): Wire =>
    (answer, requestId) => {
      const parts = usual(answer, requestId);
      return when(answer) ? change(parts, answer) : parts;
    };
  return { name, check, says, alteration: { wire } };
}

function successMutant(name: string, check: string, says: string, change: Change): WireFault {
  return onWire(`success/${name}`, check, `A success ${says}.`, change, (answer) => 'ok' in answer);
}

function errorMutant(name: string, check: string, says: string, change: Change): WireFault {
  return onWire(`error/${name}`, check, `An error ${says}.`, change, (answer) => 'error' in answer);
}

function onAny(name: string, check: string, says: string, change: Change): WireFault {
  return onWire(`answer/${name}`, check, `An answer ${says}.`, change, () => true);
}

const withStatus =
  (status: number): Change =>
  (parts) => ({ ...parts, status });

const withBody =
  (body: string): Change =>
  (parts) => ({ ...parts, body });

const successes: readonly WireFault[] = [
  successMutant('status-201', 'success-status', 'has status 201', withStatus(201)),
  successMutant('status-202', 'success-status', 'has status 202', withStatus(202)),
  successMutant('status-204', 'success-status', 'has status 204 and no body', (parts) => ({
    ...parts,
    status: 204,
    body: '',
  })),
  successMutant(
    'pool-in-body',
    'success-body',
    'has a pool in its body',
    withBody('{"UserPool":{"Id":"us-east-1_Abcdefghi"}}'),
  ),
  successMutant('list-body', 'success-body', 'has an empty list for its body', withBody('[]')),
  successMutant('null-body', 'success-body', 'has null for its body', withBody('null')),
  successMutant('truncated-body', 'success-body', 'has a body that breaks off', withBody('{"UserPool":')),
  successMutant('text-body', 'success-body', 'has a word for its body', withBody('OK')),
];

const errors: readonly WireFault[] = [
  ...[200, 401, 403, 404, 409, 422].map((status) =>
    errorMutant(`status-${status}`, 'error-status', `has status ${status}`, withStatus(status)),
  ),
  errorMutant('status-500', 'no-server-fault', 'has status 500 whoever is to blame', withStatus(500)),
  errorMutant('status-503', 'no-server-fault', 'has status 503 whoever is to blame', withStatus(503)),
  errorMutant(
    'type-absent',
    'error-type',
    'has no __type',
    withErrorType(() => undefined),
  ),
  errorMutant(
    'type-wrong',
    'error-type',
    'calls every error ValidationException',
    withErrorType(() => 'ValidationException'),
  ),
  errorMutant(
    'type-namespaced',
    'error-namespace',
    'has a namespace in __type',
    withErrorType((name) => `com.amazonaws.cognito#${name}`),
  ),
  errorMutant(
    'type-with-url',
    'error-type',
    'has an address behind its name',
    withErrorType((name) => `${name}:http://internal/`),
  ),
  errorMutant(
    'type-lower-case',
    'error-type',
    'has its name in lower case',
    withErrorType((name) => name.toLowerCase()),
  ),
  errorMutant('type-only-as-code', 'error-type', 'is named in "code" alone', (parts, answer) =>
    errorBody(parts, answer, (name, message) => ({ code: name, message })),
  ),
  errorMutant('type-only-in-header', 'error-type', 'is named in a header alone', (parts, answer) =>
    errorBody(parts, answer, (_name, message) => ({ message })),
  ),
  errorMutant('date-off', 'date-header', 'has the date of another day', (parts) => ({
    ...parts,
    headers: { ...parts.headers, date: 'Wed, 01 Jan 2020 00:00:00 GMT' },
  })),
  errorMutant('message-absent', 'error-message', 'has no message', (parts, answer) =>
    errorBody(parts, answer, (name) => ({ __type: name })),
  ),
  errorMutant('message-empty', 'error-message', 'has a message without a word', (parts, answer) =>
    errorBody(parts, answer, (name) => ({ __type: name, message: '' })),
  ),
  errorMutant('header-of-another', 'error-type', 'is called NotAuthorizedException in its header', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'x-amzn-errortype': 'NotAuthorizedException:' },
  })),
  errorMutant('body-html', 'error-body', 'is a page for people', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'text/html' },
    body: '<!doctype html><title>Bad request</title>',
  })),
  errorMutant('body-empty', 'error-body', 'has no body', withBody('')),
  errorMutant('body-null', 'error-body', 'has null for its body', withBody('null')),
  errorMutant('body-list', 'error-body', 'has its body in a list', (parts) => ({ ...parts, body: `[${parts.body}]` })),
  errorMutant('body-truncated', 'error-body', 'has a body that breaks off', (parts) => ({
    ...parts,
    body: parts.body.slice(0, -1),
  })),
];

const answers: readonly WireFault[] = [
  onAny('request-id-absent', 'request-id', 'has no request id', (parts) => ({
    ...parts,
    headers: withoutHeader(parts.headers, 'x-amzn-requestid'),
  })),
  onAny('content-type-absent', 'content-type', 'does not say what its body is', (parts) => ({
    ...parts,
    headers: { ...withoutHeader(parts.headers, 'content-type'), 'content-type': '' },
  })),
  onAny('request-id-empty', 'request-id', 'has a request id of no characters', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'x-amzn-requestid': '' },
  })),
  onAny('content-type-html', 'content-type', 'is said to be HTML', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'text/html' },
  })),
  onAny('content-type-xml', 'content-type', 'is said to be XML', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'application/xml' },
  })),
  successMutant('content-type-html', 'content-type', 'without a body is said to be HTML', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'text/html' },
    body: '',
  })),
  onAny('content-type-1.0', 'content-type', 'is said to be JSON of version 1.0', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'application/x-amz-json-1.0' },
  })),
  onAny('status-500', 'no-server-fault', 'has status 500', withStatus(500)),
  onAny('body-html', 'error-body', 'is a page for people with status 200', (parts) => ({
    ...parts,
    status: 200,
    headers: { ...parts.headers, 'content-type': 'text/html' },
    body: '<!doctype html><title>Welcome</title>',
  })),
];

const noAnswers: readonly WireFault[] = [
  {
    name: 'no-answer/reset',
    check: 'answered',
    says: 'The connection breaks in place of an answer.',
    alteration: { fetch: () => () => Promise.reject(new TypeError('The connection was reset.')) },
  },
  {
    name: 'no-answer/slow',
    check: 'answered',
    says: `An answer takes ${tooLong / 1000} seconds.`,
    alteration: {
      fetch: (usual) => async (request) => {
        await new Promise<void>((resolve) => setTimeout(resolve, tooLong).unref());
        return usual(request);
      },
    },
  },
];

/** The same error with another `__type`, and without the header that names it too. */
function withErrorType(name: (name: ErrorName) => string | undefined): Change {
  return (parts, answer) => {
    const { 'x-amzn-errortype': _named, ...headers } = parts.headers;
    return errorBody({ ...parts, headers }, answer, (error, message) => {
      const type = name(error);
      return type === undefined ? { message } : { __type: type, message };
    });
  };
}

function errorBody(
  parts: ResponseParts,
  answer: Answer,
  body: (name: ErrorName, message: string) => Readonly<Record<string, string>>,
): ResponseParts {
  return 'error' in answer ? { ...parts, body: JSON.stringify(body(answer.error.name, answer.error.message)) } : parts;
}

function withoutHeader(headers: ResponseParts['headers'], name: string): ResponseParts['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
}
