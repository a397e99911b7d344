import { smithyNamespace } from '../../../specs/operation.ts';
import type { Answer } from '../mock/answer.ts';
import type { ResponseParts, Wire } from '../mock/wire.ts';
import type { Earned, OddServer } from './oddServer.ts';

/** Servers that write their answers otherwise, and not wrongly. */
export function answerServers(): readonly OddServer[] {
  return [
    withoutType,
    ...oddities.map(
      ({ name, clause, says, allowed, change, earned }): OddServer => ({
        id: `answer/${name}`,
        group: 'answer',
        member: '',
        clause,
        says,
        allowed,
        alteration: {
          wire:
            (usual: Wire): Wire =>
            (answer, id) =>
              change(usual(answer, id), answer),
        },
        ...(earned === undefined ? {} : { earned }),
      }),
    ),
  ];
}

/** On the response itself, since one with an empty text for its body says text/plain; that deviates, as any type that is not JSON. */
const withoutType: OddServer = {
  id: 'answer/success-without-type',
  group: 'answer',
  member: '',
  clause: 'wire.content-type',
  says: 'A success without a body has no content type.',
  allowed: 'Where there is no body there is nothing to tell the type of.',
  alteration: {
    fetch: (usual) => async (request) => {
      const response = await usual(request);
      if ((await response.clone().text()) !== '{}') return response;
      const headers = new Headers(response.headers);
      headers.delete('content-type');
      return new Response(null, { status: response.status, headers });
    },
  },
};

interface AnswerOddity {
  readonly name: string;
  readonly clause: string;
  readonly says: string;
  readonly allowed: string;
  readonly change: (parts: ResponseParts, answer: Answer) => ResponseParts;
  readonly earned?: readonly Earned[];
}

const emptySuccess = 'The output has no members, so {} and no body at all are the same to every client.';
const ignoredHeaders = 'Clients pass over headers that they do not know.';
const anyWording = 'No source promises the wording of a message.';
const jsonIsJson = 'JSON says the same with other white space, escapes and order.';

const oddities: readonly AnswerOddity[] = [
  oddity('empty-success', 'wire.success-body', 'A success has no body.', emptySuccess, onSuccess({ body: '' })),
  oddity(
    'spaced-success',
    'wire.success-body',
    'A success is {} with spaces and a line break.',
    jsonIsJson,
    (parts, answer) => (isEmptySuccess(answer) ? { ...parts, body: ' { }\n' } : parts),
  ),
  oddity('pretty-json', 'wire.success-body', 'Bodies are indented.', jsonIsJson, (parts) =>
    reprinted(parts, (value) => JSON.stringify(value, null, 2)),
  ),
  oddity('escaped-json', '', 'Bodies have every letter beyond ASCII escaped.', jsonIsJson, (parts) => ({
    ...parts,
    body: parts.body.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  })),
  oddity('escaped-everything', '', 'Every letter is an escape, in names of members too.', jsonIsJson, (parts) => ({
    ...parts,
    body: parts.body.replace(/"(?:[^"\\]|\\.)*"/g, escapedText),
  })),
  oddity('reversed-members', '', 'Members of answers come in reverse.', jsonIsJson, (parts) =>
    reprinted(parts, (value) => JSON.stringify(reversed(value))),
  ),
  oddity(
    'other-wording',
    'wire.error-message',
    'Messages are worded otherwise.',
    anyWording,
    onError((_name) => ({ message: 'That did not work.' })),
  ),
  oddity(
    'capital-message',
    'wire.error-message',
    'Messages are told in Message.',
    'The service itself writes Message in its parser’s errors.',
    onErrorBody((name, message) => ({ __type: name, Message: message })),
  ),
  oddity(
    'both-messages',
    'wire.error-message',
    'Messages are told in message and in Message.',
    'Clients read either.',
    onErrorBody((name, message) => ({ __type: name, message, Message: message })),
  ),
  oddity(
    'long-message',
    'wire.error-message',
    'Messages have 5,000 characters.',
    anyWording,
    onError(() => ({ message: 'No. '.repeat(1250) })),
  ),
  oddity(
    'multilingual-message',
    'wire.error-message',
    'Messages are in Japanese, with line breaks and quotes.',
    anyWording,
    onError(() => ({ message: '値が"無効"です。\n\tもう一度。' })),
  ),
  oddity(
    'more-in-errors',
    'wire.error-body',
    'Errors have a code, a request id and a list besides.',
    'Clients pass over members that they do not know.',
    onErrorBody((name, message) => ({ __type: name, message, code: name, requestId: 'r-1', details: [] })),
  ),
  oddity(
    'namespaced-type',
    'wire.error-type',
    '__type has a namespace.',
    'Every client reads the name behind the number sign.',
    namespaced(`${smithyNamespace}#`),
    [{ clause: 'wire.error-namespace', level: 'may' }],
  ),
  oddity(
    'no-error-header',
    'wire.error-type',
    'No header names the error.',
    'The body names it, and clients read that.',
    (parts) => ({ ...parts, headers: without(parts.headers, 'x-amzn-errortype') }),
  ),
  oddity(
    'error-header-with-address',
    'wire.error-type',
    'The header that names the error goes on with an address.',
    'Clients cut it off at the colon.',
    (parts) =>
      withHeader(
        parts,
        'x-amzn-errortype',
        (value) => `${value}http://internal.amazon.com/coral/com.amazon.coral.validate/`,
      ),
  ),
  oddity(
    'error-header-bare',
    'wire.error-type',
    'The header that names the error has no colon.',
    'Clients take the whole value then.',
    (parts) => withHeader(parts, 'x-amzn-errortype', (value) => value.replace(/:$/, '')),
  ),
  oddity(
    'error-header-namespaced',
    'wire.error-type',
    'The header that names the error has a namespace.',
    'Clients read the name behind the number sign.',
    (parts) => withHeader(parts, 'x-amzn-errortype', (value) => `${smithyNamespace}#${value}`),
  ),
  oddity(
    'date-off-on-success',
    'wire.date-header',
    'The Date of a success is an hour ago.',
    'Nothing is retried for it, as it is on errors.',
    (parts, answer) =>
      'ok' in answer
        ? { ...parts, headers: { ...parts.headers, date: new Date(Date.now() - 3_600_000).toUTCString() } }
        : parts,
  ),
  oddity(
    'charset',
    'wire.content-type',
    'The content type names a charset.',
    'JSON is UTF-8, and saying so changes nothing.',
    (parts) => withHeader(parts, 'content-type', (value) => `${value}; charset=utf-8`),
  ),
  oddity(
    'upper-case-type',
    'wire.content-type',
    'The content type is in upper case.',
    'Media types know no case.',
    (parts) => withHeader(parts, 'content-type', (value) => value.toUpperCase()),
  ),
  oddity(
    'other-request-id',
    'wire.request-id',
    'The request id is in x-amz-request-id.',
    'Clients read the id from either header.',
    (parts) => ({
      ...parts,
      headers: {
        ...without(parts.headers, 'x-amzn-requestid'),
        'x-amz-request-id': parts.headers['x-amzn-requestid'] ?? '',
      },
    }),
  ),
  oddity(
    'more-headers',
    '',
    'Answers have a date, a server, a cookie and headers of a proxy.',
    ignoredHeaders,
    (parts) => ({
      ...parts,
      headers: {
        ...parts.headers,
        date: new Date().toUTCString(),
        server: 'odd',
        via: '1.1 proxy',
        'set-cookie': 'a=b; Path=/',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        'x-cache': 'Miss',
      },
    }),
  ),
  oddity('retry-header', '', 'Answers have a retry-after header.', ignoredHeaders, (parts) => ({
    ...parts,
    headers: { ...parts.headers, 'retry-after': '1' },
  })),
];

function oddity(
  name: string,
  clause: string,
  says: string,
  allowed: string,
  change: AnswerOddity['change'],
  earned?: readonly Earned[],
): AnswerOddity {
  return { name, clause, says, allowed, change, ...(earned === undefined ? {} : { earned }) };
}

/** A JSON text with every unit of it as an escape. */
function escapedText(json: string): string {
  const units = String(JSON.parse(json)).split('');
  return `"${units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
}

function isEmptySuccess(answer: Answer): boolean {
  return 'ok' in answer && Object.keys(answer.ok).length === 0;
}

function onSuccess(change: Partial<ResponseParts>): AnswerOddity['change'] {
  return (parts, answer) => (isEmptySuccess(answer) ? { ...parts, ...change } : parts);
}

function onErrorBody(body: (name: string, message: string) => object): AnswerOddity['change'] {
  return (parts, answer) =>
    'error' in answer ? { ...parts, body: JSON.stringify(body(answer.error.name, answer.error.message)) } : parts;
}

function onError(body: (name: string) => object): AnswerOddity['change'] {
  return onErrorBody((name) => ({ __type: name, ...body(name) }));
}

function namespaced(prefix: string): AnswerOddity['change'] {
  return onErrorBody((name, message) => ({ __type: `${prefix}${name}`, message }));
}

function withHeader(parts: ResponseParts, name: string, change: (value: string) => string): ResponseParts {
  const value = parts.headers[name];
  return value === undefined ? parts : { ...parts, headers: { ...parts.headers, [name]: change(value) } };
}

function without(headers: ResponseParts['headers'], name: string): ResponseParts['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

function reprinted(parts: ResponseParts, print: (value: unknown) => string): ResponseParts {
  return parts.body === '' ? parts : { ...parts, body: print(JSON.parse(parts.body)) };
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, child]) => [name, reversed(child)]),
  );
}
