import type { Contract } from '../../../specs/contract.ts';
import type { Responder } from '../mock/responder.ts';
import type { Mutant } from './mutant.ts';
import { mutantFetch } from './mutantFetch.ts';

/** The mutant as handlers, for `serve`. */
export function mutantHandlers(mutant: Mutant, contract: Contract, region: string): readonly Responder[] {
  const answer = mutantFetch(mutant, contract, region);
  return [answer];
}
