import { AsyncLocalStorage } from 'node:async_hooks';
import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type AgentOptions as HttpsAgentOptions } from 'node:https';

/** Whether the request that is being sent opened a connection of its own. */
interface Trace {
  isNew: boolean;
}

const traces = new AsyncLocalStorage<Trace>();

function markNew(): void {
  const trace = traces.getStore();
  if (trace !== undefined) trace.isNew = true;
}

class TracingHttpAgent extends HttpAgent {
  override createConnection(...args: Parameters<HttpAgent['createConnection']>) {
    markNew();
    return super.createConnection(...args);
  }
}

class TracingHttpsAgent extends HttpsAgent {
  override createConnection(...args: Parameters<HttpsAgent['createConnection']>) {
    markNew();
    return super.createConnection(...args);
  }
}

/** Agents that tell whether a request went over a new connection. */
export function tracingAgents(options: AgentOptions, tls: HttpsAgentOptions) {
  return { httpAgent: new TracingHttpAgent(options), httpsAgent: new TracingHttpsAgent({ ...options, ...tls }) };
}

/**
 * Sends again what was lost on a connection that had carried other requests before. A server may close such a connection at any
 * time, also at the moment in which it is used again, and has then never seen the request.
 */
export async function withFreshConnection<T>(
  send: () => Promise<T>,
  isLost: (result: T) => boolean,
  most: number,
): Promise<T> {
  const attempt = async () => {
    const trace: Trace = { isNew: false };
    return { result: await traces.run(trace, send), trace };
  };
  let { result, trace } = await attempt();
  for (let tries = 0; tries < most && !trace.isNew && isLost(result); tries += 1) ({ result, trace } = await attempt());
  return result;
}
