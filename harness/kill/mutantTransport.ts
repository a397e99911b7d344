import type { Contract } from '../../specs/contract.ts';
import { mockAnswer } from '../targets/mock/handlers.ts';
import { mockTransport } from '../targets/mock/mockTransport.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantService } from '../targets/mutants/mutantService.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';

/**
 * A transport to a mutant with pools of its own. One that leaves the wire alone needs no Request and no Response of the web, which
 * would take a third of its time.
 */
export function mutantTransport(
  mutant: Pick<Mutant, 'alteration'>,
  contract: Contract,
  region: string,
  timeout: number,
): Transport {
  const { wire, fetch } = mutant.alteration;
  return wire === undefined && fetch === undefined
    ? mockTransport(mockAnswer(mutantService(mutant, contract, region)))
    : directTransport(mutantFetch(mutant, contract, region), timeout);
}
