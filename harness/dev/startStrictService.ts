import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { newestEdition } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { createOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { createdId } from '../transport/poolLedger.ts';

/** The only caller that the service accepts. */
export const strictCaller = {
  accessKeyId: 'AKIDPOOLPROOFTESTKEY',
  secretAccessKey: 'not-a-secret/of+anybody0000000000000000',
  sessionToken: 'session-token-of-the-tests/0123456789==',
  account: '210987654321',
} as const;

/** A request as the service saw it. */
export interface RecordedCall {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The error for a bad signature or too high a rate; null where it was accepted. */
  readonly refused: string | null;
}

/** How the service fails a request on purpose. */
export type PlannedFailure = 'throttle' | 'fault' | 'hang' | 'lose' | 'expire';

export interface StrictOptions {
  readonly region?: string;
  readonly failure?: (operation: string, index: number) => PlannedFailure | undefined;
  /** Updates per second before further ones are throttled. Absent: no limit. */
  readonly updatesPerSecond?: number;
  /** Absent: it speaks HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Whether its pools have users. */
  readonly users?: boolean;
  /** What it waits for before it does what it is asked. */
  readonly hold?: (operation: string, index: number) => Promise<void> | undefined;
  /** Whether it takes every request, as an emulator does. */
  readonly unsigned?: boolean;
}

/** The mock's pool service and STS, with AWS's checks of signature, token and Region, on a free port of 127.0.0.1. */
export interface StrictService {
  readonly url: string;
  readonly calls: readonly RecordedCall[];
  /** Names of the existing pools. */
  readonly pools: () => readonly string[];
  /** Creates a pool outside of any request, as another user of the account would; returns its id. */
  readonly add: (pool: JsonObject) => string;
  /** A pool as DescribeUserPool shows it. */
  readonly show: (id: string) => JsonObject;
  readonly close: () => Promise<void>;
}

/** Starts a service that checks signature, session token and Region of every request, and records all of them. */
export async function startStrictService(options: StrictOptions = {}): Promise<StrictService> {
  const { region = 'eu-central-1' } = options;
  const { account } = strictCaller;
  const service = poolService({ edition: newestEdition, basis: 'observed', region, account });
  const answer = fetchFrom(mockHandlers(service));
  const calls: RecordedCall[] = [];
  const isTooFast = rateLimit(options.updatesPerSecond);
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await readText(request);
    const operation = requestedOperation(request, text);
    const refused =
      (options.unsigned === true ? null : signatureProblem(request, text, region)) ??
      (operation === testedOperation && isTooFast() ? 'TooManyRequestsException' : null);
    const failure = options.failure?.(operation, calls.length);
    calls.push({ operation, body: operation === 'GetCallerIdentity' ? {} : parseOrEmpty(text), refused });
    await options.hold?.(operation, calls.length - 1);
    if (refused !== null) return sendRefusal(response, refused);
    if (failure === 'throttle') return sendRefusal(response, 'TooManyRequestsException');
    if (failure === 'expire') return sendRefusal(response, 'ExpiredTokenException');
    if (failure === 'fault') return sendRefusal(response, 'InternalErrorException', 500);
    if (failure === 'hang') return;
    if (operation === 'GetCallerIdentity')
      return void response.writeHead(200, { 'content-type': 'text/xml' }).end(identity);
    if (operation === 'ListUsers' && options.users === true) return void response.end(oneUser);
    const inner = await answer(innerRequest(request, text));
    // The request was carried out, but its answer never arrives.
    if (failure === 'lose') return void request.socket.destroy();
    response.writeHead(inner.status, Object.fromEntries(inner.headers)).end(await inner.text());
  };
  const { tls } = options;
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    calls,
    pools: () => poolNames(service),
    add: (pool) => {
      const made = service.handle(createOperation, pool);
      return ('ok' in made && createdId(made.ok)) || '';
    },
    show: (id) => {
      const answered = service.handle(describeOperation, { UserPoolId: id });
      return 'ok' in answered ? (answered.ok.UserPool as JsonObject) : {};
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const oneUser = JSON.stringify({ Users: [{ Username: 'somebody' }] });

/** Whether more requests than allowed came within the last second, as an account's quota counts them. */
function rateLimit(most: number | undefined): () => boolean {
  let recent: number[] = [];
  return () => {
    const now = performance.now();
    recent = recent.filter((at) => now - at < 1000);
    const isFull = most !== undefined && recent.length >= most;
    if (!isFull) recent.push(now);
    return isFull;
  };
}

function poolNames(service: ReturnType<typeof poolService>): readonly string[] {
  const listed = service.handle('ListUserPools', { MaxResults: 60 });
  const pools = 'ok' in listed ? listed.ok.UserPools : [];
  return (pools as readonly { readonly Name: string }[]).map(({ Name }) => Name);
}

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::${strictCaller.account}:assumed-role/tester/session</Arn><UserId>AROAEXAMPLE:session</UserId><Account>${strictCaller.account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function requestedOperation({ headers }: IncomingMessage, text: string): string {
  const target = headers['x-amz-target'];
  return target === undefined
    ? (new URLSearchParams(text).get('Action') ?? '')
    : (String(target).split('.').at(-1) ?? '');
}

function parseOrEmpty(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function innerRequest({ headers }: IncomingMessage, body: string): Request {
  const kept = ['x-amz-target', 'content-type'].map((name) => [name, String(headers[name])] as [string, string]);
  return new Request('http://127.0.0.1/', { method: 'POST', headers: kept, body });
}

function sendRefusal(response: ServerResponse, name: string, status = 400): void {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': 'strict',
    'x-amzn-errortype': name,
  };
  response.writeHead(status, headers).end(JSON.stringify({ __type: name, message: `Refused with ${name}.` }));
}

const authorizationForm =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** The error for a request whose signature, token or Region is wrong; null for a correctly signed one. */
function signatureProblem(request: IncomingMessage, text: string, region: string): string | null {
  const { headers } = request;
  const parsed = authorizationForm.exec(headers.authorization ?? '');
  if (parsed === null) return 'MissingAuthenticationTokenException';
  const [, key, day = '', scopeRegion = '', name = '', signed = '', signature = ''] = parsed;
  if (key !== strictCaller.accessKeyId || headers['x-amz-security-token'] !== strictCaller.sessionToken) {
    return 'UnrecognizedClientException';
  }
  const scope = `${day}/${scopeRegion}/${name}/aws4_request`;
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.split(';').map((header) => `${header}:${String(headers[header]).trim().replace(/ +/g, ' ')}`),
    '',
    signed,
    sha256(text),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const secret = [day, scopeRegion, name, 'aws4_request'].reduce<Buffer | string>(
    (hmacKey, part) => createHmac('sha256', hmacKey).update(part).digest(),
    `AWS4${strictCaller.secretAccessKey}`,
  );
  const expected = createHmac('sha256', secret).update(toSign).digest('hex');
  const isSigned =
    expected === signature &&
    scopeRegion === region &&
    ['host', 'x-amz-date', 'x-amz-security-token'].every((one) => signed.split(';').includes(one));
  return isSigned && ['cognito-idp', 'sts'].includes(name) ? null : 'InvalidSignatureException';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
