import { type CarriedTransport, carriedTransport } from './carriedTransport.ts';
import type { Carrier } from './carrier.ts';
import { type LeanSettings, leanCarrier } from './leanCarrier.ts';
import { networkAgents } from './networkAgents.ts';
import { sdkCarrier } from './sdkCarrier.ts';

/**
 * A transport that sends the very bytes that the SDK would send, without the SDK where that is quicker: plain requests. What an SDK
 * would never send is rare, and still goes through it.
 */
export function leanTransport(settings: LeanSettings): CarriedTransport {
  const agents = networkAgents(settings);
  const sdk = sdkCarrier(settings, agents);
  const lean = leanCarrier(settings, agents);
  const isPlain = Object.keys(settings.headers ?? {}).length === 0;
  const carrier: Carrier = {
    ...sdk,
    carry: (exchange) =>
      isPlain && exchange.form === undefined && exchange.body !== '' ? lean(exchange) : sdk.carry(exchange),
  };
  return carriedTransport(settings, carrier);
}
