import { rootCertificates } from 'node:tls';
import { tracingAgents } from './tracingAgents.ts';
import type { TransportSettings } from './transport.ts';

/** The agents that keep the connections of a transport, with the trust that its settings give. */
export function networkAgents({
  concurrency,
  ca,
  insecure,
}: Pick<TransportSettings, 'concurrency' | 'ca' | 'insecure'>) {
  const trust = {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  return tracingAgents({ keepAlive: true, maxSockets: concurrency }, trust);
}
