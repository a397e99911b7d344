import type { Contract } from '../../../specs/contract.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
import { answerServers } from './answerServers.ts';
import { connectionServers } from './connectionServers.ts';
import type { OddServer } from './oddServer.ts';
import { openRuleServers } from './openRuleServers.ts';
import { openStateServers } from './openStateServers.ts';
import { policyServers } from './policyServers.ts';
import { shownServers } from './shownServers.ts';

/** Every odd server of a contract, by groups; the same contract gives the same ids in the same order. */
export function oddServersOf(contract: Contract): readonly OddServer[] {
  return made(contract);
}

const made = memoizeByObject((contract: Contract): readonly OddServer[] => [
  ...openRuleServers(contract),
  ...openStateServers(contract),
  ...answerServers(),
  ...shownServers(contract),
  ...policyServers(),
  ...connectionServers(),
]);
