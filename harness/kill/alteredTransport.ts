import type { Fetch } from '../targets/mock/fetchFrom.ts';
import { mockAnswer } from '../targets/mock/handlers.ts';
import { mockTransport } from '../targets/mock/mockTransport.ts';
import type { PoolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';

/** What an altered mock is made of, made when it is needed. */
export interface AlteredMock {
  readonly service: () => PoolService;
  readonly fetch: () => Fetch;
}

/**
 * A transport to an altered mock with pools of its own. One that leaves the wire alone needs no Request and no Response of the web,
 * which would take a third of its time.
 */
export function alteredTransport(
  { wire, fetch }: { readonly wire?: unknown; readonly fetch?: unknown },
  mock: AlteredMock,
  timeout: number,
): Transport {
  return wire === undefined && fetch === undefined
    ? mockTransport(mockAnswer(mock.service()))
    : directTransport(mock.fetch(), timeout);
}
