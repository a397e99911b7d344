import type { Contract } from '../../specs/contract.ts';
import { mockAnswer } from '../targets/mock/handlers.ts';
import { mockTransport } from '../targets/mock/mockTransport.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import type { OddServer } from '../targets/odd/oddServer.ts';
import { oddService } from '../targets/odd/oddService.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';

/** A transport to an odd server with pools of its own; one that leaves the wire alone needs no Request and no Response of the web. */
export function oddTransport(server: OddServer, contract: Contract, region: string, timeout: number): Transport {
  const { wire, fetch } = server.alteration;
  return wire === undefined && fetch === undefined
    ? mockTransport(mockAnswer(oddService(server, contract, region)))
    : directTransport(oddFetch(server, contract, region), timeout);
}
