import { randomUUID } from 'node:crypto';
import { type Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { type Agent as HttpsAgent, request as overHttps } from 'node:https';
import { amzTarget, describeOperation } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';
import type { Exchange } from './carrier.ts';
import { readResponse } from './readResponse.ts';
import { routeFor } from './routeFor.ts';
import { sdkCarrier } from './sdkCarrier.ts';
import { signer } from './signature.ts';
import { placeholderCredentials, type TransportSettings } from './transport.ts';

/** The settings of a transport to an endpoint. */
export type LeanSettings = TransportSettings & { readonly endpoint: string };

/** What differs from one request to the next and is not its content; a test puts its own in place. */
export interface Circumstances {
  readonly now: () => Date;
  readonly invocationId: () => string;
}

const usual: Circumstances = { now: () => new Date(), invocationId: randomUUID };

/** Carries plain requests to an endpoint as the SDK would write them, byte for byte. */
export function leanCarrier(
  settings: LeanSettings,
  agents: { readonly httpAgent: Agent; readonly httpsAgent: HttpsAgent },
  { now, invocationId }: Circumstances = usual,
): (exchange: Exchange) => Promise<Answer> {
  const { region, credentials = placeholderCredentials } = settings;
  const { protocol, hostname, port } = new URL(settings.endpoint);
  const host = port === '' ? hostname : `${hostname}:${port}`;
  const isSecure = protocol === 'https:';
  const place = {
    method: 'POST',
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port }),
    agent: isSecure ? agents.httpsAgent : agents.httpAgent,
  };
  const sign = signer({ credentials, region });
  let agentNames: Promise<AgentNames> | undefined;
  return async (exchange) => {
    agentNames ??= sdkNames(settings);
    const { short, long } = await agentNames;
    const { operation, path, type, body } = exchange;
    const length = Buffer.byteLength(body);
    const first = { 'content-type': type, 'x-amz-target': amzTarget(operation) };
    const second = { 'content-length': String(length), 'x-amz-user-agent': short };
    const third = { host, 'amz-sdk-invocation-id': invocationId(), 'amz-sdk-request': 'attempt=1; max=1' };
    const signed = { method: place.method, path, body, headers: { ...first, ...second, ...third } };
    const signature = sign(signed, now());
    const headers = { ...first, ...second, 'user-agent': long, ...third, ...signature };
    const request = (isSecure ? overHttps : overHttp)({ ...place, path, headers: listed(headers) });
    const answer = readAnswerTo(request, exchange);
    // Text of one byte a character is sent as it is, and need not be measured and converted once more.
    request.end(body, length === body.length ? 'latin1' : 'utf8');
    return answer;
  };
}

// Node.js copies the members of an object one by one, and takes a list of names and values as it is.
function listed(headers: Readonly<Record<string, string>>): readonly string[] {
  const list: string[] = [];
  for (const [name, value] of Object.entries(headers)) list.push(name, value);
  return list;
}

function readAnswerTo(request: ReturnType<typeof overHttp>, exchange: Exchange): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  exchange.whenGivenUp(() => request.destroy());
  request.on('error', reject);
  request.once('response', (response: IncomingMessage) => {
    const { statusCode = -1, headers } = response;
    resolve(readResponse({ statusCode, headers: joined(headers), body: response }, exchange));
  });
  return promise;
}

// As the SDK has them.
function joined(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(headers)) all[name] = Array.isArray(value) ? value.join(',') : value;
  return all;
}

/** How the SDK names itself. */
interface AgentNames {
  readonly short: string;
  readonly long: string;
}

// They depend on its version and its settings, and so it is asked for them, by a request that goes nowhere.
async function sdkNames(settings: LeanSettings): Promise<AgentNames> {
  let names: AgentNames = { short: '', long: '' };
  const handle = async ({ headers }: { readonly headers: Readonly<Record<string, string>> }) => {
    names = { short: headers['x-amz-user-agent'] ?? '', long: headers['user-agent'] ?? '' };
    return { response: { statusCode: 200, headers: {}, body: '' } };
  };
  const { carry, close } = sdkCarrier(settings, { handle, destroy: () => {} } as never);
  const nowhere = { operation: describeOperation, body: '{}', ...routeFor('root', describeOperation, '/') } as const;
  await carry({ ...nowhere, headers: {}, form: undefined, whenGivenUp: () => {}, elapsed: () => 0 });
  close();
  return names;
}
