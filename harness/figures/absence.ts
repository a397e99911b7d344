import type { Clause, ClauseId } from '../../specs/clause.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import type { CaseLine, Deviation } from '../record/record.ts';
import type { Collector } from './collector.ts';

/** Deviations of a member that a target does have: it looked at the value, or the value got somewhere. */
const kindsOfPresence: ReadonlySet<Deviation['kind']> = new Set([
  'rejected-valid',
  'wrong-error',
  'not-atomic',
  'leaked-state',
]);

/**
 * Members of the request, whole, that the target does not implement. Both halves have to be seen: a valid value that was accepted
 * and not stored, and a broken one that was accepted. A change that any pool showed, or a refusal for the member's sake, rules it out.
 */
export function absenceOf(
  constraintOf: (clause: ClauseId) => Clause['constraint'] | undefined,
): Collector<ReadonlySet<MemberPath>> {
  const [lost, unchecked, present] = [new Set<MemberPath>(), new Set<MemberPath>(), new Set<MemberPath>()];
  const takeDeviation = ({ clause, kind, member }: Deviation): void => {
    const whole = topLevelOf(member);
    const constraint = constraintOf(clause);
    if (kind === 'accepted-invalid') unchecked.add(whole);
    if (kind === 'wrong-state' && constraint?.kind === 'state' && constraint.when === 'sent') lost.add(whole);
    if (kindsOfPresence.has(kind)) present.add(whole);
  };
  const take = (line: CaseLine): void => {
    for (const member of Object.keys(line.changed)) present.add(member);
    if (isRefusedRequest(line)) present.add(topLevelOf(line.member));
    if (line.verdict.kind === 'deviates') line.verdict.deviations.forEach(takeDeviation);
  };
  const isAbsent = (member: MemberPath): boolean => member !== '' && unchecked.has(member) && !present.has(member);
  return { take, result: () => new Set([...lost].filter(isAbsent)) };
}

function isRefusedRequest({ expectation, answer }: CaseLine): boolean {
  return expectation.kind === 'rejected' && answer.kind === 'answered' && answer.error !== null;
}
