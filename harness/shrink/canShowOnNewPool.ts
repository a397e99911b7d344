import { type Case, poolPlaceholder, requestWithPoolId } from '../../generators/cases/case.ts';
import { topLevelOf } from '../../specs/member.ts';
import { isMet } from '../judge/judgeState.ts';
import { valueAt } from '../oracle/condition.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { isEmpty } from '../oracle/sameShown.ts';
import type { Deviation } from '../record/record.ts';
import { type OraclePool, readId } from './oracleReader.ts';

/**
 * Whether a state can be found wrong in the way of a deviation after an update of a new pool: what stays as it was is wrong only
 * where it must not be what a new pool shows, and what a new pool does not show cannot go. True for every other deviation.
 */
export function canShowOnNewPool(
  { contract, region, fresh }: OraclePool,
  { request, prior, steps, parallel, raw }: Case,
  { kind, clause, member, answerClass }: Deviation,
): boolean {
  const isPlain = [prior?.update, prior?.mfa, steps, parallel, raw].every((one) => one === undefined);
  // New pools have a tag of ours, which is none of a new pool's members.
  const isTag = topLevelOf(member) === 'UserPoolTags';
  if (kind !== 'wrong-state' || !isPlain || isTag || request.UserPoolId !== poolPlaceholder) return true;
  const named = requestWithPoolId(request, readId);
  const expectation = expectationOf({ contract, region, request: named, prior: fresh, fresh });
  const state = expectation.kind === 'rejected' ? [] : (expectation.state ?? []);
  const demands = state.find((one) => one.clause === clause && one.member === member)?.demands;
  if (demands === undefined) return true;
  const before = valueAt(fresh.members, member);
  if (answerClass === 'unchanged') return !isMet(demands, before);
  return answerClass !== 'absent' || !(isEmpty(before) || isMet(demands, undefined));
}
