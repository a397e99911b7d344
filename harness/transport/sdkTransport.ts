import { rootCertificates } from 'node:tls';
import { CognitoIdentityProviderClient, type UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Answer, Unanswered } from './answer.ts';
import { type Operation, operations } from './operations.ts';
import { readAnswer } from './readAnswer.ts';
import { redact } from './redact.ts';
import { isNoRoute, type Route, routed } from './route.ts';
import { type FormedRequest, formAfterSigning, formBeforeSigning, type WireForm } from './wireForm.ts';

export interface TransportSettings {
  readonly region: string;
  /** Where requests go; undefined for the real service. */
  readonly endpoint?: string;
  /** Milliseconds after which an answer is given up. */
  readonly timeout: number;
  /** Sockets at once. */
  readonly concurrency: number;
  /** Further headers of every request; their values count as secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Certificates of an authority to believe beside the usual ones, as PEM. */
  readonly ca?: string;
  /** True believes any certificate. */
  readonly insecure?: boolean;
  /** The key to sign with at an endpoint of one's own. Absent: a made-up one. */
  readonly credentials?: Credentials;
  /** Answers requests without a network: the embedded mock. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const madeUp: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Sends any body as any operation and brings back the raw answer. */
export interface Transport {
  /** A form puts something else than a plain request on the wire. */
  send(operation: Operation, body: string, purpose?: Purpose, form?: WireForm): Promise<Answer>;
  /** HTTP requests sent so far. */
  readonly sent: () => number;
  close(): void;
}

/** Why a request is sent: what takes a pool away is never held back. */
export type Purpose = 'test' | 'removal';

/** Bodies beyond this many bytes are not read to their end. */
const largest = 16 * 1024 * 1024;

/**
 * A transport over the AWS SDK: it signs, resolves the endpoint and keeps connections; the body is the case's own, byte for
 * byte, and the answer is captured before the SDK reads it. Nothing is tried twice, but for the first requests to a target that
 * has nothing at its root: they are sent to the paths that OpenAPI conversions give the operations.
 */
export function sdkTransport(settings: TransportSettings): Transport {
  const client = new CognitoIdentityProviderClient({
    region: settings.region,
    maxAttempts: 1,
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    ...(isLocal(settings) ? { credentials: settings.credentials ?? madeUp } : {}),
    // Within the process nobody checks a signature, and making one costs more than all the rest.
    ...(settings.fetch === undefined ? {} : { signer: { sign: async (request) => request } }),
    requestHandler: settings.fetch === undefined ? overNetwork(settings) : inProcess(settings.fetch),
  });
  let sent = 0;
  let route: Route | undefined = settings.endpoint === undefined ? 'root' : undefined;
  const sendTo = async (operation: Operation, body: string, by: Route, form?: WireForm) => {
    sent += 1;
    const head = { ...routed(by, operation, basePath(settings)), headers: settings.headers ?? {} };
    const answer = await sendOnce(client, operation, { body, head, form }, settings.timeout);
    return redact(answer, await secretsOf(client, settings));
  };
  return {
    sent: () => sent,
    close: () => client.destroy(),
    send: async (operation, body, _purpose, form) => {
      if (form !== undefined) return sendTo(operation, body, route ?? 'root', form);
      const answer = await sendTo(operation, body, route ?? 'root');
      if (route !== undefined || answer.kind === 'unanswered') return answer;
      if (!isNoRoute(answer)) {
        route = 'root';
        return answer;
      }
      // Where neither has this operation, the next one may tell.
      const other = await sendTo(operation, body, 'openapi');
      const isOther = other.kind === 'answered' && other.status !== 404;
      if (isOther) route = 'openapi';
      return isOther ? other : answer;
    },
  };
}

function basePath({ endpoint }: TransportSettings): string {
  return endpoint === undefined ? '/' : new URL(endpoint).pathname;
}

async function secretsOf(
  client: CognitoIdentityProviderClient,
  settings: TransportSettings,
): Promise<readonly string[]> {
  const own = Object.values(settings.headers ?? {});
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '' } = settings.credentials ?? {};
  if (isLocal(settings)) return [...own, accessKeyId, secretAccessKey, sessionToken].filter((secret) => secret !== '');
  const found = await client.config.credentials().catch(() => undefined);
  return [...own, found?.secretAccessKey ?? '', found?.sessionToken ?? '', found?.accessKeyId ?? ''];
}

function isLocal({ endpoint, fetch }: TransportSettings): boolean {
  return fetch !== undefined || endpoint !== undefined;
}

function overNetwork({ concurrency, ca, insecure }: TransportSettings) {
  const agent = { keepAlive: true, maxSockets: concurrency };
  const trust = {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  return { httpAgent: agent, httpsAgent: { ...agent, ...trust } };
}

async function sendOnce(
  client: CognitoIdentityProviderClient,
  operation: Operation,
  content: Content,
  timeout: number,
): Promise<Answer> {
  const started = performance.now();
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout);
  const exchange = new Exchange(content, elapsed);
  // The commands differ in types alone, and their inputs and outputs are never used.
  const command = operations[operation]() as UpdateUserPoolCommand;
  command.middlewareStack.add(exchange.putBody, { step: 'serialize', priority: 'low' });
  command.middlewareStack.add(exchange.form, { step: 'build', priority: 'low' });
  command.middlewareStack.add(exchange.capture, { step: 'deserialize', priority: 'low' });
  try {
    await client.send(command, { abortSignal: abort.signal });
  } catch (error) {
    return exchange.answer ?? unanswered(error, abort.signal.aborted, timeout, elapsed());
  } finally {
    clearTimeout(timer);
  }
  return exchange.answer ?? unanswered(new Error('the SDK gave no answer'), false, timeout, elapsed());
}

/** What is sent in place of what the SDK would write. */
interface Content {
  readonly body: string;
  readonly head: { readonly path: string; readonly type: string; readonly headers: Readonly<Record<string, string>> };
  readonly form?: WireForm | undefined;
}

interface WireRequest {
  body?: unknown;
  path: string;
  headers: Record<string, string>;
}

interface WireResponse {
  statusCode: number;
  headers: Record<string, string>;
  body?: unknown;
}

type Handler<In, Out> = (args: In) => Promise<Out>;

class Exchange {
  answer: Answer | undefined;
  private readonly content: Content;
  private readonly elapsed: () => number;

  constructor(content: Content, elapsed: () => number) {
    this.content = content;
    this.elapsed = elapsed;
  }

  readonly putBody =
    <In extends { request?: unknown }, Out>(next: Handler<In, Out>) =>
    (args: In): Promise<Out> => {
      const request = args.request as WireRequest;
      const { body, head, form } = this.content;
      request.body = form?.bytes ?? body;
      request.path = head.path;
      request.headers = { ...request.headers, 'content-type': head.type, ...head.headers };
      return next(args);
    };

  readonly form =
    <In extends { request?: unknown }, Out>(next: Handler<In, Out>) =>
    (args: In): Promise<Out> => {
      if (this.content.form !== undefined) formBeforeSigning(args.request as FormedRequest, this.content.form);
      return next(args);
    };

  readonly capture =
    <In extends { request?: unknown }, Out extends { response: unknown }>(next: Handler<In, Out>) =>
    async (args: In): Promise<Out> => {
      if (this.content.form !== undefined) formAfterSigning(args.request as FormedRequest, this.content.form);
      const result = await next(args);
      const response = result.response as WireResponse;
      this.answer = await this.read(response);
      // The SDK reads an empty success instead: what it makes of the real answer is no concern of the judge.
      response.statusCode = 200;
      response.body = new Uint8Array();
      return result;
    };

  private async read(response: WireResponse): Promise<Answer> {
    const text = await bodyText(response.body);
    if (text === undefined) {
      return { kind: 'unanswered', why: 'too-large', detail: `more than ${largest} bytes`, ms: this.elapsed() };
    }
    return readAnswer(response.statusCode, response.headers, text, this.elapsed());
  }
}

async function bodyText(body: unknown): Promise<string | undefined> {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largest) return undefined;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unanswered(error: unknown, aborted: boolean, timeout: number, ms: number): Unanswered {
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message || code : String(error);
  if (aborted || code === 'TimeoutError')
    return { kind: 'unanswered', why: 'timeout', detail: `no answer within ${timeout} ms`, ms };
  const refused = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
  return {
    kind: 'unanswered',
    why: refused ? 'refused' : 'reset',
    detail: code === '' ? detail : `${code}: ${detail}`,
    ms,
  };
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name === 'TimeoutError' ? error.name : '';
}

/** An SDK request handler that asks a function instead of a socket. */
function inProcess(fetch: (request: Request) => Promise<Response>) {
  return {
    handle: async (request: {
      protocol: string;
      hostname: string;
      path: string;
      method: string;
      headers: Record<string, string>;
      body?: unknown;
    }) => {
      const response = await fetch(
        new Request(`${request.protocol}//${request.hostname}${request.path}`, {
          method: request.method,
          headers: request.headers,
          ...(request.method === 'GET' ? {} : { body: request.body as string }),
        }),
      );
      return {
        response: {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: new Uint8Array(await response.arrayBuffer()),
        },
      };
    },
    destroy: () => {},
  };
}
