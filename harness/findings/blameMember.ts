import type { Contract } from '../../specs/contract.ts';
import { levelOf } from '../../specs/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { isBelow, type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Finding } from '../record/record.ts';
import { clauseAt } from './clauseAt.ts';
import { confirmedField } from './findingLine.ts';

/**
 * Attributes a refused valid request to the member that caused the refusal: the member that the target's message names, or
 * the only member of the smallest request. A case for one member may be refused because of another member in its request.
 */
export function blameMember(contract: Contract, finding: Finding): Finding {
  if (finding.kind !== 'rejected-valid' || !isJsonObject(finding.request)) return finding;
  const members = membersOf(contract.edition.input);
  const named = memberInMessage(members, finding.answer.kind === 'answered' ? finding.answer.message : null);
  const blamed = named ?? onlyMemberOf(members, finding.request);
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
    ...confirmedField(clause.evidence, contract),
  };
}

// Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: …
function memberInMessage(members: readonly Member[], message: string | null): MemberPath | undefined {
  const path = /\bat '([A-Za-z0-9.]+)'/.exec(message ?? '')?.[1]?.replaceAll(/\.\d+\.member/g, '');
  return members.find((member) => member.path.replaceAll(/\[\]|\{\w+\}/g, '').toLowerCase() === path?.toLowerCase())
    ?.path;
}

function onlyMemberOf(members: readonly Member[], request: JsonObject): MemberPath | undefined {
  const leaves = leafPaths(request).filter((path) => path !== 'UserPoolId');
  const [only, ...others] = leaves;
  return others.length === 0 && members.some(({ path }) => path === only) ? only : undefined;
}

function leafPaths(value: JsonValue | undefined, path = ''): readonly MemberPath[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([name, child]) => leafPaths(child, path === '' ? name : `${path}.${name}`));
}
