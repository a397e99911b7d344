import type { Contract } from '../../specs/contract.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import type { OddServer } from '../targets/odd/oddServer.ts';
import { oddService } from '../targets/odd/oddService.ts';
import type { Transport } from '../transport/transport.ts';
import { alteredTransport } from './alteredTransport.ts';

/** A transport to an odd server with pools of its own. */
export function oddTransport(server: OddServer, contract: Contract, region: string, timeout: number): Transport {
  const service = () => oddService(server, contract, region);
  return alteredTransport(server.alteration, { service, fetch: () => oddFetch(server, contract, region) }, timeout);
}
