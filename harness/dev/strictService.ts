import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { newestEdition } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { createdId } from '../transport/poolLedger.ts';

/** The one caller that the service knows. */
export const caller = {
  accessKeyId: 'AKIDPOOLPROOFTESTKEY',
  secretAccessKey: 'not-a-secret/of+anybody0000000000000000',
  sessionToken: 'session-token-of-the-tests/0123456789==',
  account: '210987654321',
} as const;

/** A request as the service saw it. */
export interface Call {
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The error that it was refused with at the door, or null. */
  readonly refused: string | null;
}

/** What the service does with a request in place of answering it as it should. */
export type Mishap = 'throttle' | 'fault' | 'hang' | 'lose' | 'expire';

export interface StrictOptions {
  readonly region?: string;
  readonly mishap?: (operation: string, index: number) => Mishap | undefined;
  /** So many updates within a second, and further ones are throttled. Absent: as many as come. */
  readonly updatesPerSecond?: number;
  /** Absent: it speaks HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Whether its pools have users. */
  readonly users?: boolean;
}

/** The pool service and STS behind a door like that of AWS, on a free port of 127.0.0.1. */
export interface StrictService {
  readonly url: string;
  readonly calls: readonly Call[];
  /** Names of the pools that are there now. */
  readonly pools: () => readonly string[];
  /** Makes a pool without a request, as somebody else would; gives its id. */
  readonly add: (pool: JsonObject) => string;
  /** A pool as DescribeUserPool shows it. */
  readonly show: (id: string) => JsonObject;
  readonly close: () => Promise<void>;
}

/** Starts a service that checks signature, session token and Region of every request, and records all of them. */
export async function strictService(options: StrictOptions = {}): Promise<StrictService> {
  const { region = 'eu-central-1' } = options;
  const { account } = caller;
  const service = poolService({ edition: newestEdition, basis: 'observed', region, account });
  const answer = fetchFrom(mockHandlers(service));
  const calls: Call[] = [];
  const isTooFast = limit(options.updatesPerSecond);
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await textOf(request);
    const operation = operationOf(request, text);
    const refused =
      refusalOf(request, text, region) ??
      (operation === 'UpdateUserPool' && isTooFast() ? 'TooManyRequestsException' : null);
    const mishap = options.mishap?.(operation, calls.length);
    calls.push({ operation, body: operation === 'GetCallerIdentity' ? {} : readBody(text), refused });
    if (refused !== null) return refuse(response, refused);
    if (mishap === 'throttle') return refuse(response, 'TooManyRequestsException');
    if (mishap === 'expire') return refuse(response, 'ExpiredTokenException');
    if (mishap === 'fault') return refuse(response, 'InternalErrorException', 500);
    if (mishap === 'hang') return;
    if (operation === 'GetCallerIdentity')
      return void response.writeHead(200, { 'content-type': 'text/xml' }).end(identity);
    if (operation === 'ListUsers' && options.users === true) return void response.end(oneUser);
    const inner = await answer(innerRequest(request, text));
    // Done, and the answer is lost on the way.
    if (mishap === 'lose') return void request.socket.destroy();
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
      const made = service.handle('CreateUserPool', pool);
      return ('ok' in made && createdId(made.ok)) || '';
    },
    show: (id) => {
      const answered = service.handle('DescribeUserPool', { UserPoolId: id });
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

/** Counts what comes within the last second, as the quota of an account does. */
function limit(most: number | undefined): () => boolean {
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

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::${caller.account}:assumed-role/tester/session</Arn><UserId>AROAEXAMPLE:session</UserId><Account>${caller.account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function operationOf({ headers }: IncomingMessage, text: string): string {
  const target = headers['x-amz-target'];
  return target === undefined
    ? (new URLSearchParams(text).get('Action') ?? '')
    : (String(target).split('.').at(-1) ?? '');
}

function readBody(text: string): Readonly<Record<string, unknown>> {
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

function refuse(response: ServerResponse, name: string, status = 400): void {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': 'strict',
    'x-amzn-errortype': name,
  };
  response.writeHead(status, headers).end(JSON.stringify({ __type: name, message: `Refused with ${name}.` }));
}

const authorizationForm =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** The error that the service would refuse a request with before it looks at it; null for one that is signed well. */
function refusalOf(request: IncomingMessage, text: string, region: string): string | null {
  const { headers } = request;
  const parsed = authorizationForm.exec(headers.authorization ?? '');
  if (parsed === null) return 'MissingAuthenticationTokenException';
  const [, key, day = '', scopeRegion = '', name = '', signed = '', signature = ''] = parsed;
  if (key !== caller.accessKeyId || headers['x-amz-security-token'] !== caller.sessionToken) {
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
    `AWS4${caller.secretAccessKey}`,
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
