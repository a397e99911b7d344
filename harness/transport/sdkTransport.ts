import { rootCertificates } from 'node:tls';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createOperation, type Operation } from '../../specs/operation.ts';
import type { RequestPurpose } from '../record/record.ts';
import type { Answer, Unanswered } from './answer.ts';
import { carryExchanges, type Exchange } from './exchange.ts';
import { inProcessHandler } from './inProcessHandler.ts';
import { commandFor } from './operations.ts';
import { redact } from './redact.ts';
import type { RequestForm } from './requestForm.ts';
import { isNoRoute, type Route, routeFor } from './routeFor.ts';
import { Sha256 } from './sha256.ts';
import { TargetGone } from './targetGone.ts';
import { tracingAgents, withFreshConnection } from './tracingAgents.ts';

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
  /** The key to sign with at an endpoint other than AWS. Absent: a placeholder. */
  readonly credentials?: Credentials;
  /** Answers requests without a network: the embedded mock. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const placeholderCredentials: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Sends any body as any operation and brings back the raw answer. */
export interface Transport {
  /** A form puts something else than a plain request on the wire. */
  send(operation: Operation, body: string, purpose?: Purpose, form?: RequestForm): Promise<Answer>;
  /** HTTP requests sent so far. */
  readonly sent: () => number;
  /** Where the target has its operations, as far as that is known; undefined: at the root. No wrapper may lose it: scripts need it. */
  readonly route: (() => Route | undefined) | undefined;
  /** The same, with requests that count for a purpose; absent where nobody counts. */
  readonly requestsFor?: (purpose: RequestPurpose) => Transport;
  close(): void;
}

/** Why a request is sent: what takes a pool away is never held back. */
export type Purpose = 'test' | 'removal';

/**
 * A transport over the AWS SDK: it signs, resolves the endpoint and keeps connections; the body is the case's own, byte for
 * byte, and the answer is captured before the SDK reads it. Nothing is tried twice, but for the first requests to a target that
 * has nothing at its root: they are sent to the paths that OpenAPI conversions give the operations.
 */
export function sdkTransport(settings: TransportSettings): Transport {
  const client = new CognitoIdentityProviderClient({
    region: settings.region,
    maxAttempts: 1,
    // Nothing but the exchange differs from one request of an operation to the next.
    cacheMiddleware: true,
    sha256: Sha256,
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    ...(isLocal(settings) ? { credentials: settings.credentials ?? placeholderCredentials } : {}),
    // Within the process nobody checks a signature, and making one costs more than all the rest.
    ...(settings.fetch === undefined ? {} : { signer: { sign: async (request) => request } }),
    requestHandler: settings.fetch === undefined ? networkHandlerOptions(settings) : inProcessHandler(settings.fetch),
  });
  carryExchanges(client);
  const path = basePath(settings);
  const { headers = {}, timeout } = settings;
  const known = [settings.region, settings.endpoint === undefined ? '' : new URL(settings.endpoint).host];
  let sent = 0;
  let route: Route | undefined = settings.endpoint === undefined ? 'root' : undefined;
  const sendTo = async (operation: Operation, body: string, by: Route, form?: RequestForm) => {
    const content = { ...routeFor(by, operation, path), operation, body, headers, form };
    const send = () => {
      sent += 1;
      return sendOnce(client, content, timeout);
    };
    // A creation on AWS that was carried out, though its answer was lost, would leave a second pool if it were repeated.
    const mayRepeat =
      settings.fetch === undefined && (settings.endpoint !== undefined || operation !== createOperation);
    const answer = mayRepeat ? await withFreshConnection(send, isReset, settings.concurrency) : await send();
    return redact(answer, await secretsOf(client, settings), known);
  };
  return {
    sent: () => sent,
    route: () => route,
    close: () => client.destroy(),
    send: async (operation, body, _purpose, form) => {
      if (form !== undefined) return sendTo(operation, body, route ?? 'root', form);
      const answer = await sendTo(operation, body, route ?? 'root');
      if (route !== undefined || answer.kind === 'unanswered') return answer;
      if (!isNoRoute(answer)) {
        route = 'root';
        return answer;
      }
      // Where neither path has this operation, the next operation may decide.
      const other = await sendTo(operation, body, 'openapi');
      const isOther = other.kind === 'answered' && other.status !== 404;
      if (isOther) route = 'openapi';
      return isOther ? other : answer;
    },
  };
}

function isReset(answer: Answer): boolean {
  return answer.kind === 'unanswered' && answer.why === 'reset';
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

function networkHandlerOptions({ concurrency, ca, insecure }: TransportSettings) {
  const trust = {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  return tracingAgents({ keepAlive: true, maxSockets: concurrency }, trust);
}

async function sendOnce(client: CognitoIdentityProviderClient, content: Content, timeout: number): Promise<Answer> {
  const started = performance.now();
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  const abort = new AbortController();
  // Some answers, such as a change of protocol, leave the SDK waiting even after the request was aborted.
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    abort.abort();
    late.reject(new Error('The request was given up.'));
  }, timeout);
  const exchange: Exchange = { ...content, signal: abort.signal, elapsed };
  try {
    const output: unknown = await Promise.race([client.send(commandFor(content.operation, exchange)), late.promise]);
    return (output as { readonly answer: Answer }).answer;
  } catch (error) {
    return unansweredFrom(error, abort.signal.aborted, timeout, elapsed());
  } finally {
    clearTimeout(timer);
  }
}

/** What is sent in place of what the SDK would write. */
type Content = Omit<Exchange, 'signal' | 'elapsed'>;

function unansweredFrom(error: unknown, aborted: boolean, timeout: number, ms: number): Unanswered {
  if (error instanceof TargetGone) return { kind: 'unanswered', why: 'refused', detail: error.message, ms };
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
