import { rootCertificates } from 'node:tls';
import { tracingAgents } from './tracingAgents.ts';
import type { TransportSettings } from './transport.ts';

/** Sockets at once, whatever the number of lanes: a race sends several requests at one moment, and some hang. */
export const maxSockets = 64;

/** The agents that keep the connections of a transport, with the trust that its settings give. */
export function networkAgents({ ca, insecure }: Pick<TransportSettings, 'ca' | 'insecure'>) {
  const trust = {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(insecure === true ? { rejectUnauthorized: false } : {}),
  };
  return tracingAgents({ keepAlive: true, maxSockets }, trust);
}
