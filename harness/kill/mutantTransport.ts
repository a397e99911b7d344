import type { Contract } from '../../specs/contract.ts';
import type { Mutant } from '../targets/mutants/mutant.ts';
import { mutantFetch } from '../targets/mutants/mutantFetch.ts';
import { mutantService } from '../targets/mutants/mutantService.ts';
import type { Transport } from '../transport/transport.ts';
import { alteredTransport } from './alteredTransport.ts';

/** A transport to a mutant with pools of its own. */
export function mutantTransport(
  mutant: Pick<Mutant, 'alteration'>,
  contract: Contract,
  region: string,
  timeout: number,
): Transport {
  const service = () => mutantService(mutant, contract, region);
  return alteredTransport(mutant.alteration, { service, fetch: () => mutantFetch(mutant, contract, region) }, timeout);
}
