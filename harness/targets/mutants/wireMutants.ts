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

function onSuccess(name: string, check: string, says: string, change: Change): WireFault {
  return onWire(`success/${name}`, check, `A success ${says}.`, change, (answer) => 'ok' in answer);
}

function onError(name: string, check: string, says: string, change: Change): WireFault {
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
  onSuccess('status-201', 'success-status', 'has status 201', withStatus(201)),
  onSuccess('status-202', 'success-status', 'has status 202', withStatus(202)),
  onSuccess('status-204', 'success-status', 'has status 204 and no body', (parts) => ({
    ...parts,
    status: 204,
    body: '',
  })),
  onSuccess(
    'pool-in-body',
    'success-body',
    'has a pool in its body',
    withBody('{"UserPool":{"Id":"us-east-1_Abcdefghi"}}'),
  ),
  onSuccess('list-body', 'success-body', 'has an empty list for its body', withBody('[]')),
  onSuccess('null-body', 'success-body', 'has null for its body', withBody('null')),
  onSuccess('truncated-body', 'success-body', 'has a body that breaks off', withBody('{"UserPool":')),
  onSuccess('text-body', 'success-body', 'has a word for its body', withBody('OK')),
];

const errors: readonly WireFault[] = [
  ...[200, 401, 403, 404, 409, 422].map((status) =>
    onError(`status-${status}`, 'error-status', `has status ${status}`, withStatus(status)),
  ),
  onError('status-500', 'no-server-fault', 'has status 500 whoever is to blame', withStatus(500)),
  onError('status-503', 'no-server-fault', 'has status 503 whoever is to blame', withStatus(503)),
  onError(
    'type-absent',
    'error-type',
    'has no __type',
    withErrorType(() => undefined),
  ),
  onError(
    'type-wrong',
    'error-type',
    'calls every error ValidationException',
    withErrorType(() => 'ValidationException'),
  ),
  onError(
    'type-namespaced',
    'error-namespace',
    'has a namespace in __type',
    withErrorType((name) => `com.amazonaws.cognito#${name}`),
  ),
  onError(
    'type-with-url',
    'error-type',
    'has an address behind its name',
    withErrorType((name) => `${name}:http://internal/`),
  ),
  onError(
    'type-lower-case',
    'error-type',
    'has its name in lower case',
    withErrorType((name) => name.toLowerCase()),
  ),
  onError('type-only-as-code', 'error-type', 'is named in "code" alone', (parts, answer) =>
    errorBody(parts, answer, (name, message) => ({ code: name, message })),
  ),
  onError('type-only-in-header', 'error-type', 'is named in a header alone', (parts, answer) =>
    errorBody(parts, answer, (_name, message) => ({ message })),
  ),
  onError('date-off', 'date-header', 'has the date of another day', (parts) => ({
    ...parts,
    headers: { ...parts.headers, date: 'Wed, 01 Jan 2020 00:00:00 GMT' },
  })),
  onError('message-absent', 'error-message', 'has no message', (parts, answer) =>
    errorBody(parts, answer, (name) => ({ __type: name })),
  ),
  onError('message-empty', 'error-message', 'has a message without a word', (parts, answer) =>
    errorBody(parts, answer, (name) => ({ __type: name, message: '' })),
  ),
  onError('header-of-another', 'error-type', 'is called NotAuthorizedException in its header', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'x-amzn-errortype': 'NotAuthorizedException:' },
  })),
  onError('body-html', 'error-body', 'is a page for people', (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'content-type': 'text/html' },
    body: '<!doctype html><title>Bad request</title>',
  })),
  onError('body-empty', 'error-body', 'has no body', withBody('')),
  onError('body-null', 'error-body', 'has null for its body', withBody('null')),
  onError('body-list', 'error-body', 'has its body in a list', (parts) => ({ ...parts, body: `[${parts.body}]` })),
  onError('body-truncated', 'error-body', 'has a body that breaks off', (parts) => ({
    ...parts,
    body: parts.body.slice(0, -1),
  })),
];

const answers: readonly WireFault[] = [
  onAny('request-id-absent', 'request-id', 'has no request id', (parts) => ({
    ...parts,
    headers: without(parts.headers, 'x-amzn-requestid'),
  })),
  onAny('content-type-absent', 'content-type', 'does not say what its body is', (parts) => ({
    ...parts,
    headers: { ...without(parts.headers, 'content-type'), 'content-type': '' },
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
  onSuccess('content-type-html', 'content-type', 'without a body is said to be HTML', (parts) => ({
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

function without(headers: ResponseParts['headers'], name: string): ResponseParts['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
}
