import { type CarriedTransport, carriedTransport } from './carriedTransport.ts';
import { sdkCarrier } from './sdkCarrier.ts';
import type { TransportSettings } from './transport.ts';

/**
 * A transport over the AWS SDK: it signs, resolves the endpoint and keeps connections; the body is the case's own, byte for
 * byte, and the answer is captured before the SDK reads it.
 */
export function sdkTransport(settings: TransportSettings): CarriedTransport {
  return carriedTransport(settings, sdkCarrier(settings));
}
