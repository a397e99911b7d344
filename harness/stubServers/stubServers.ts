import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newestEdition } from '../../specs/editions/index.ts';
import { testedOperation } from '../../specs/operation.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { openApiWire } from '../targets/mock/wire.ts';
import { serve } from '../targets/serve.ts';
import { type StubServer, stubServer } from './stubServer.ts';

/** Stub servers by what is wrong with them; `speaksOpenApi` is right, in the dialect with 480 to 490. */
export const stubServers = {
  /** Says yes to everything and stores nothing: every pool is always the same. */
  acceptsEverything: stubServer(acceptEverything),
  /** Answers every request with a page for people. */
  answersHtml: stubServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
  }),
  /** Takes requests and never answers. */
  hangs: stubServer((request) => request.resume()),
  /** Ends the connection in place of an answer. */
  closesTheSocket: stubServer((request) => request.socket.destroy()),
  /** Answers with a body of 100 MiB, made while it is read. */
  sendsHundredMegabytes: stubServer((request, response) => {
    request.resume();
    response.writeHead(200, awsHeaders);
    // The reader may well hang up in the middle.
    pipeline(Readable.from(hundredMegabytes()), response).catch(() => undefined);
  }),
  /** Knows no operation and says so with 501. */
  answersNotImplemented: stubServer((request, response) => {
    request.resume();
    sendJson(response, 501, { __type: 'NotImplementedException', message: 'Not implemented.' });
  }),
  /** Has pools, but no updates of them, and says so in words alone. */
  knowsNoUpdates: stubServer((request, response) => {
    if (!isFor(request, testedOperation)) return acceptEverything(request, response);
    request.resume();
    const message = `Invalid request: Unknown action: ${testedOperation}`;
    sendJson(response, 400, { __type: 'InvalidParameterValueException', message });
  }),
  speaksOpenApi: {
    start: () =>
      serve({
        handlers: mockHandlers(
          poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' }),
          openApiWire,
        ),
        port: 0,
      }),
  },
} as const satisfies Readonly<Record<string, StubServer>>;

const awsHeaders = {
  'content-type': 'application/x-amz-json-1.1',
  'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
};

const pool = {
  Id: 'us-east-1_Unchanged',
  Name: 'unchanged',
  Arn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Unchanged',
  CreationDate: 1_700_000_000,
  LastModifiedDate: 1_700_000_000,
  MfaConfiguration: 'OFF',
  LambdaConfig: {},
};

const answers: Readonly<Record<string, object>> = {
  CreateUserPool: { UserPool: pool },
  DescribeUserPool: { UserPool: pool },
  ListUserPools: { UserPools: [pool] },
  GetUserPoolMfaConfig: { MfaConfiguration: 'OFF' },
  ListTagsForResource: { Tags: {} },
};

function isFor({ headers }: IncomingMessage, operation: string): boolean {
  return String(headers['x-amz-target']).split('.').at(-1) === operation;
}

function acceptEverything(...[request, response]: Parameters<RequestListener>): void {
  request.resume();
  const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
  sendJson(response, 200, answers[operation] ?? {});
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, awsHeaders).end(JSON.stringify(body));
}

function* hundredMegabytes(): Generator<Buffer> {
  const megabyte = Buffer.alloc(1024 * 1024, 'x');
  yield Buffer.from('{"padding":"');
  for (let sent = 0; sent < 100; sent += 1) yield megabyte;
  yield Buffer.from('"}');
}
