import { createOperation, type Operation } from '../../specs/operation.ts';
import type { Answer, Unanswered } from './answer.ts';
import type { Carrier, Exchange } from './carrier.ts';
import { maxSockets } from './networkAgents.ts';
import { keepText, type Redact, redactor } from './redact.ts';
import type { RequestForm } from './requestForm.ts';
import { isNoRoute, type Route, routeFor } from './routeFor.ts';
import { stopwatch } from './stopwatch.ts';
import { TargetGone } from './targetGone.ts';
import { withFreshConnection } from './tracingAgents.ts';
import type { Purpose, Transport, TransportSettings } from './transport.ts';
import { waitFor } from './waitFor.ts';

/** A transport that knows what is secret in the answers that it brings. */
export interface CarriedTransport extends Transport {
  readonly redact: Redact;
}

/**
 * A transport over a carrier. Nothing is tried twice, but for the first requests to a target that has nothing at its root: they
 * are sent to the paths that OpenAPI conversions give the operations.
 */
export function carriedTransport(settings: TransportSettings, carrier: Carrier): CarriedTransport {
  const path = basePath(settings);
  const { headers = {}, timeout } = settings;
  const known = [settings.region, settings.endpoint === undefined ? '' : new URL(settings.endpoint).host];
  // What nobody waits for any more would keep the program from ending until its time is over.
  const underWay = new Set<() => void>();
  let sent = 0;
  const secrets = secretsInUse(carrier, known);
  let route: Route | undefined = settings.endpoint === undefined ? 'root' : undefined;
  const sendTo = async (operation: Operation, body: string, by: Route, purpose?: Purpose, form?: RequestForm) => {
    const content = { ...routeFor(by, operation, path), operation, body, headers, form };
    const send = () => {
      sent += 1;
      return sendOnce(carrier, content, waitFor(timeout, purpose), underWay);
    };
    // A creation on AWS that was carried out, though its answer was lost, would leave a second pool if it were repeated.
    const mayRepeat =
      settings.fetch === undefined && (settings.endpoint !== undefined || operation !== createOperation);
    const answer = mayRepeat ? await withFreshConnection(send, isReset, maxSockets) : await send();
    await secrets.update();
    return withoutSecretError(answer, secrets.redact);
  };
  return {
    sent: () => sent,
    route: () => route,
    redact: secrets.redact,
    close: () => {
      for (const end of underWay) end();
      carrier.close();
    },
    send: async (operation, body, purpose, form) => {
      if (form !== undefined) return sendTo(operation, body, route ?? 'root', purpose, form);
      const answer = await sendTo(operation, body, route ?? 'root', purpose);
      if (route !== undefined || answer.kind === 'unanswered') return answer;
      if (!isNoRoute(answer)) {
        route = 'root';
        return answer;
      }
      // Where neither path has this operation, the next operation may decide.
      const other = await sendTo(operation, body, 'openapi', purpose);
      const isOther = other.kind === 'answered' && other.status !== 404;
      if (isOther) route = 'openapi';
      return isOther ? other : answer;
    },
  };
}

/** The secrets of a carrier, which hardly ever change: a pattern of them takes time to make. */
function secretsInUse(
  carrier: Carrier,
  known: readonly string[],
): { update(): Promise<void>; readonly redact: Redact } {
  let last: readonly string[] | undefined;
  let key = '';
  let current: Redact = keepText;
  return {
    redact: (text) => current(text),
    update: async () => {
      const secrets = await carrier.secrets();
      if (secrets === last) return;
      last = secrets;
      const next = JSON.stringify(secrets);
      if (next === key) return;
      key = next;
      current = redactor(secrets, known);
    },
  };
}

// The name of an error identifies findings, and has to be the same in the record as while the run goes on.
function withoutSecretError(answer: Answer, redact: Redact): Answer {
  return answer.kind === 'unanswered' || answer.error === null ? answer : { ...answer, error: redact(answer.error) };
}

function isReset(answer: Answer): boolean {
  return answer.kind === 'unanswered' && answer.why === 'reset';
}

function basePath({ endpoint }: TransportSettings): string {
  return endpoint === undefined ? '/' : new URL(endpoint).pathname;
}

/** What is sent in place of what the SDK would write. */
type Content = Omit<Exchange, 'whenGivenUp' | 'elapsed'>;

async function sendOnce(
  carrier: Carrier,
  content: Content,
  timeout: number,
  underWay: Set<() => void>,
): Promise<Answer> {
  const elapsed = stopwatch();
  const { promise, resolve } = Promise.withResolvers<Answer>();
  let isGivenUp = false;
  let endRequest = () => {};
  // Some answers, such as a change of protocol, leave a client waiting even after its request was ended.
  const giveUp = () => {
    isGivenUp = true;
    resolve(lateAfter(timeout, elapsed()));
    endRequest();
  };
  const timer = setTimeout(giveUp, timeout);
  underWay.add(giveUp);
  // What takes longer than there is time, such as fetching credentials, has its request only when nobody waits for it.
  const whenGivenUp = (end: () => void) => {
    endRequest = end;
    if (isGivenUp) end();
  };
  carrier
    .carry({ ...content, whenGivenUp, elapsed })
    .then(resolve, (error: unknown) => resolve(unansweredFrom(error, timeout, elapsed())));
  const answer = await promise;
  clearTimeout(timer);
  underWay.delete(giveUp);
  return answer;
}

function lateAfter(timeout: number, ms: number): Unanswered {
  return { kind: 'unanswered', why: 'timeout', detail: `no answer within ${timeout} ms`, ms };
}

function unansweredFrom(error: unknown, timeout: number, ms: number): Unanswered {
  if (error instanceof TargetGone) return { kind: 'unanswered', why: 'refused', detail: error.message, ms };
  const code = errorCode(error);
  const detail = error instanceof Error ? plainCause(error.message) || code : String(error);
  if (code === 'TimeoutError') return lateAfter(timeout, ms);
  const refused = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
  return {
    kind: 'unanswered',
    why: refused ? 'refused' : 'reset',
    detail: code === '' ? detail : `${code}: ${detail}`,
    ms,
  };
}

// OpenSSL's own line names an address in memory and a file of its source: "…:SSL routines:name:wrong version number:../file.c:77:".
function plainCause(message: string): string {
  return /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1] ?? message;
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name === 'TimeoutError' ? error.name : '';
}
