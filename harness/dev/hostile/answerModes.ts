import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What a mode needs to answer a request. */
export interface HostileScene {
  readonly response: ServerResponse;
  /** The right answer. */
  readonly right: string;
  /** Called again and again until the connection is closed. */
  readonly forever: (write: () => void) => void;
}

type Mode = (scene: HostileScene) => void;

const million = 1_000_000;
const json = { 'content-type': 'application/x-amz-json-1.1' } as const;

function body(content: (right: string) => string | Buffer, status = 200, headers: Record<string, string> = {}): Mode {
  return ({ response, right }) => void response.writeHead(status, { ...json, ...headers }).end(content(right));
}

/** Bytes of the connection, past what HTTP allows a server to say. */
function raw(bytes: string | ((right: string) => string), ends = true): Mode {
  return ({ response, right }) => {
    response.socket?.write(typeof bytes === 'string' ? bytes : bytes(right), 'latin1');
    if (ends) response.socket?.end();
  };
}

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\n';
const error = (type: string, message: string) => JSON.stringify({ __type: type, message });

/** Ways to answer an update that no client expects. */
export const answerModes: Readonly<Record<string, Mode>> = {
  'an empty body': body(() => ''),
  'no JSON': body(() => 'OK'),
  'a page': body(() => '<!doctype html><script>alert(1)</script>', 200, { 'content-type': 'text/html' }),
  null: body(() => 'null'),
  'a number': body(() => '1e400'),
  'a number of a million digits': body(() => `{"a":${'9'.repeat(million)}}`),
  'a text': body(() => '"text"'),
  'a list': body(() => '[]'),
  'torn JSON': body(() => '{"UserPool":{"Id":"'),
  'two values': body((right) => right + right),
  'binary bytes': body(() => Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * 7919) % 256))),
  'broken UTF-8': body(() => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  'UTF-16': body((right) => Buffer.from(`\uFEFF${right}`, 'utf16le')),
  'a byte order mark': body((right) => `\uFEFF${right}`),
  'lone surrogates and zeros': body(() => '{"a":"\\ud800\\u0000","\\udfff":"\\u0000"}'),
  'control sequences': body(() => error('\u001b[2J\u001b]0;x\u0007', '\u001b[31mred\r\n\u202e'), 400),
  'names of prototypes': body(() => '{"__proto__":{"a":1},"constructor":{"prototype":1},"toString":"x"}'),
  'an error type of a megabyte': body(() => error('E'.repeat(million), 'x'), 400),
  'a message of a megabyte': body(() => error('InvalidParameterException', 'm'.repeat(million)), 400),
  'a member of a megabyte': body(() => JSON.stringify({ extra: 'v'.repeat(million) })),
  'a name of a megabyte': body(() => JSON.stringify({ ['n'.repeat(million)]: 1 })),
  'very many members': body(() =>
    JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [at, at]))),
  ),
  'the same member very often': body(() => `{${Array.from({ length: 100_000 }, () => '"a":1').join(',')}}`),
  'very many empty lists': body(() => `[${'[],'.repeat(million)}[]]`),
  'lists in lists, again and again': body(() => `[${`${'['.repeat(900)}${']'.repeat(900)},`.repeat(2200)}[]]`),
  'objects in objects, again and again': body(() => `[${`${'{"a":'.repeat(900)}1${'}'.repeat(900)},`.repeat(700)}{}]`),
  'fifteen million brackets': body(() => '['.repeat(15 * million)),
  'a depth of 900': body(() => '{"a":'.repeat(900) + 1 + '}'.repeat(900)),
  'a depth of 100000': body(() => '['.repeat(100_000) + ']'.repeat(100_000)),
  'eight megabytes': body(() => JSON.stringify({ a: 'x'.repeat(8 * million) })),
  'compressed without saying so': body((right) => gzipSync(right)),
  'compressed as it says': body((right) => gzipSync(right), 200, { 'content-encoding': 'gzip' }),
  'not compressed as it says': body((right) => right, 200, { 'content-encoding': 'gzip' }),
  'a compressed bomb': body(() => gzipSync(Buffer.alloc(50 * million)), 200, { 'content-encoding': 'gzip' }),
  'an endless body': ({ response, forever }) => {
    response.writeHead(200, json);
    forever(() => response.write('x'.repeat(65_536)));
  },
  'a body drop by drop': ({ response, forever }) => {
    response.writeHead(200, json);
    forever(() => response.write(' '));
  },
  'a body without end': ({ response }) => void response.writeHead(200, json).write('{'),
  'a thousand headers': body(
    (right) => right,
    200,
    Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x-${at}`, 'v'])),
  ),
  'a header of a hundred kilobytes': raw(
    (right) => `${head}x-long: ${'h'.repeat(100_000)}\r\ncontent-length: ${right.length}\r\n\r\n${right}`,
  ),
  'a header of other letters': raw(
    (right) => `${head}x-odd: \xff\xfe\x80\r\ncontent-length: ${right.length}\r\n\r\n${right}`,
  ),
  'a length that is too long': raw((right) => `${head}content-length: ${right.length + 100}\r\n\r\n${right}`),
  'a length that is too short': raw((right) => `${head}content-length: 1\r\n\r\n${right}`),
  'a length that is no number': raw((right) => `${head}content-length: many\r\n\r\n${right}`),
  'a length and chunks': raw((right) => `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${right}`),
  'chunks of a wrong size': raw(`${head}transfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n`),
  'a redirection to itself': body(() => '', 302, { location: '/' }),
  'a redirection to another port': body(() => '', 307, { location: 'http://127.0.0.1:1/' }),
  'status 999': raw((right) => `HTTP/1.1 999 Odd\r\ncontent-length: ${right.length}\r\n\r\n${right}`),
  'status 204': body(() => '', 204),
  'status 304': body(() => '', 304),
  'another protocol': raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: tea\r\nconnection: upgrade\r\n\r\ntea'),
  'a thousand early hints': raw(
    (right) =>
      `${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(1000)}${head}content-length: ${right.length}\r\n\r\n${right}`,
  ),
  'early hints without end': ({ response, forever }) => {
    const { socket } = response;
    forever(() => socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'));
  },
  'a closed connection': raw(''),
  'a connection closed in the headers': raw('HTTP/1.1 200 OK\r\ncontent-ty'),
  'a connection closed in the body': raw(`${head}content-length: 100\r\n\r\n{"a":`),
  'a reset connection': ({ response }) => void response.socket?.resetAndDestroy(),
  'no HTTP': raw('SSH-2.0-OpenSSH_9.9\r\n'),
  'two answers at once': raw((right) => `${head}content-length: ${right.length}\r\n\r\n${right}`.repeat(2), false),
  'no answer': () => {},
};
