import type { JsonObject } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import { judgeState } from '../judge/judgeState.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { expect } from './contract.ts';
import { type ContractOptions, contractFrom } from './contractOptions.ts';

/** A sentence for every member of a request that a pool does not show as the contract asks. */
export function unshownMembers(
  pool: JsonObject,
  request: JsonObject,
  options: ContractOptions = {},
): readonly string[] {
  const contract = contractFrom('show', options);
  const expectation = expect(request, undefined, options);
  const state = expectation.kind === 'accepted' ? expectation.state : [];
  const ofRequest = state.filter(({ member }) => Object.hasOwn(request, topLevelOf(member)));
  const shown = poolStateOf(contract.edition, pool);
  return judgeState(contract, ofRequest, shown, shown)
    .filter(({ member }) => member !== '' && Object.hasOwn(request, topLevelOf(member)))
    .map(({ member, expected, actual }) => `${member}: ${expected} ${actual}`);
}
