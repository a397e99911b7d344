import type { Contract } from '../../specs/contract.ts';
import { levelOf } from '../../specs/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Finding } from '../record/record.ts';
import { clauseAt } from './clauseAt.ts';
import { confirmation } from './findings.ts';

/**
 * Puts a refused valid request down to the member that is to blame: the one that the target's message names, or the one that
 * is left in the smallest request. A case that was about one member may have been refused for another that it carried.
 */
export function reattributed(contract: Contract, finding: Finding): Finding {
  if (finding.kind !== 'rejected-valid' || !isJsonObject(finding.request)) return finding;
  const members = membersOf(contract.edition.input);
  const named = memberInMessage(members, finding.answer.kind === 'answered' ? finding.answer.message : null);
  const blamed = named ?? onlyOneLeft(members, finding.request);
  if (blamed === undefined || blamed === finding.member || isBelow(finding.member, blamed)) return finding;
  const clause = clauseAt(contract, blamed, valueAt(finding.request, blamed));
  if (clause === undefined) return finding;
  const [, kind, answerClass] = finding.id.split('/');
  return {
    ...finding,
    id: `${clause.id}/${kind}/${answerClass}`,
    clause: clause.id,
    member: blamed,
    says: clause.says,
    level: levelOf(clause.evidence),
    evidence: clause.evidence,
    ...confirmation(clause.evidence, contract),
  };
}

// Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: …
function memberInMessage(members: readonly Member[], message: string | null): MemberPath | undefined {
  const path = /\bat '([A-Za-z0-9.]+)'/.exec(message ?? '')?.[1]?.replaceAll(/\.\d+\.member/g, '');
  return members.find((member) => member.path.replaceAll(/\[\]|\{\w+\}/g, '').toLowerCase() === path?.toLowerCase())
    ?.path;
}

function onlyOneLeft(members: readonly Member[], request: JsonObject): MemberPath | undefined {
  const leaves = leavesOf(request).filter((path) => path !== 'UserPoolId');
  const [only, ...others] = leaves;
  return others.length === 0 && members.some(({ path }) => path === only) ? only : undefined;
}

function leavesOf(value: JsonValue | undefined, path = ''): readonly MemberPath[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, path === '' ? name : `${path}.${name}`));
}

function isBelow(member: MemberPath, place: MemberPath): boolean {
  return member.startsWith(place) && /^[.[{]/.test(member.slice(place.length));
}
