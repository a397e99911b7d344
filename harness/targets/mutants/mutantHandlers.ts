import { type HttpHandler, http } from 'msw';
import type { Contract } from '../../../specs/contract.ts';
import type { Mutant } from './mutant.ts';
import { mutantFetch } from './mutantFetch.ts';

/** The mutant as msw handlers, for `serve`. */
export function mutantHandlers(mutant: Mutant, contract: Contract, region: string): readonly HttpHandler[] {
  const answer = mutantFetch(mutant, contract, region);
  return [http.post('*', ({ request }) => answer(request))];
}
