import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, jsonEqual } from '../../../specs/json.ts';
import type { Answer } from '../mock/answer.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import { misstoring } from './misstoring.ts';
import type { Alteration, Mutant } from './mutant.ts';

/** Faults that hang on what happened before, or on what else is sent. */
export function statefulMutants(contract: Contract): readonly Mutant[] {
  const has = (member: string) => Object.hasOwn(contract.edition.input.members, member);
  return [
    ...[2, 30, 100].map(ignoredFrom),
    ...[2, 30, 100].map(memberLostFrom),
    ...[30, 100].map(failingFrom),
    ...['UserPoolTags', 'SmsAuthenticationMessage', 'DeviceConfiguration'].filter(has).map(clearedWhenRepeated),
    ...dependencies.filter(({ member, needs }) => has(member) && has(needs)).map(lostWithout),
  ];
}

function mutant(name: string, clause: string, says: string, alteration: Alteration, member = ''): Mutant {
  return { id: `stateful/${name}`, group: 'stateful', member, clause, says, alteration };
}

function ignoredFrom(nth: number): Mutant {
  return mutant(
    `updates-ignored/from-${nth}`,
    'request.success-status',
    `From update ${nth} of a pool on, updates are accepted and ignored.`,
    fromUpdate(nth, (usual, operation, body) => {
      const { UserPoolId } = body;
      const before = usual.handle('DescribeUserPool', { UserPoolId: UserPoolId ?? '' });
      const answer = usual.handle(operation, body);
      if (!('ok' in answer)) return answer;
      return before;
    }),
  );
}
