import { givenValue } from '../../specs/givenValue.ts';
import type { Transport } from '../transport/transport.ts';
import type { SdkClient } from './sdkClient.ts';

/** Where a case is sent: a URL, a server in this process, or a client with its own endpoint, credentials and retries. */
export type CaseTarget = string | URL | ((request: Request) => Promise<Response>) | SdkClient;

const timeout = 10_000;
const transports = new WeakMap<object, Promise<Transport>>();
const byUrl = new Map<string, Promise<Transport>>();

/**
 * The transport to a target, made once. Answers are waited for 10 seconds, by a client as it is configured. Throws a TypeError for
 * what is no target.
 */
export function transportTo(target: CaseTarget, region: string): Promise<Transport> {
  if (typeof target === 'object' && target !== null && 'send' in target && typeof target.send === 'function')
    return remembered(transports, target, () => ofClient(target));
  if (typeof target === 'function') return remembered(transports, target, () => inProcess(target));
  if (!(target instanceof URL) && (typeof target !== 'string' || !/^https?:/.test(target) || !URL.canParse(target))) {
    const forms = 'a URL such as http://127.0.0.1:9229, a function that answers requests, or a client of the AWS SDK';
    throw new TypeError(`The target has to be ${forms}, not ${givenValue(target)}.`);
  }
  const endpoint = new URL(target).href;
  const known = byUrl.get(endpoint) ?? toEndpoint(endpoint, region);
  byUrl.set(endpoint, known);
  return known;
}

function remembered<K extends object, T>(map: WeakMap<K, T>, key: K, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

async function ofClient(client: SdkClient): Promise<Transport> {
  const { clientTransport } = await import('./clientTransport.ts');
  return clientTransport(client);
}

async function inProcess(fetch: (request: Request) => Promise<Response>): Promise<Transport> {
  const { directTransport } = await import('../transport/directTransport.ts');
  return directTransport(fetch, timeout);
}

async function toEndpoint(endpoint: string, region: string): Promise<Transport> {
  const { sdkTransport } = await import('../transport/sdkTransport.ts');
  return sdkTransport({ endpoint, region, timeout });
}
