import { jsonEqual } from '../../specs/json.ts';
import type { Finding } from '../record/record.ts';

/**
 * Merges findings with the same cause. Refusals of valid requests with the same smallest request and answer become one
 * finding, under the clause of the higher level, at equal levels under the first by name. A wrong error is merged into the
 * refusal of valid requests on the same member by the same error. All other findings stay as they are.
 */
export function deduplicateByCause(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings) {
    const index = merged.findIndex((other) => hasSameCause(other, finding));
    const other = merged[index];
    if (other === undefined) merged.push(finding);
    else merged[index] = { ...moreSevere(other, finding), count: other.count + finding.count };
  }
  return merged;
}

function hasSameCause(left: Finding, right: Finding): boolean {
  if (left.id === right.id) return true;
  if (left.kind !== right.kind) return isSameRefusal(left, right) || isSameRefusal(right, left);
  if (left.kind !== 'rejected-valid' || !left.reproduced || !right.reproduced) return false;
  if (!hasSameAnswer(left, right)) return false;
  return jsonEqual(left.request, right.request) && JSON.stringify(left.prior) === JSON.stringify(right.prior);
}

/** Whether a wrong error is the error with which the target refuses valid values of the same member. */
function isSameRefusal(policy: Finding, wrong: Finding): boolean {
  const isOfBothKinds = policy.kind === 'rejected-valid' && wrong.kind === 'wrong-error';
  return isOfBothKinds && policy.member === wrong.member && hasSameAnswer(policy, wrong);
}

function hasSameAnswer(left: Finding, right: Finding): boolean {
  return answerClassOf(left) === answerClassOf(right);
}

function answerClassOf({ id }: Finding): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

const severity = { must: 0, should: 1, may: 2 } as const;

function moreSevere(left: Finding, right: Finding): Finding {
  if (left.kind !== right.kind) return left.kind === 'rejected-valid' ? left : right;
  if (severity[left.level] !== severity[right.level])
    return severity[left.level] < severity[right.level] ? left : right;
  return left.id <= right.id ? left : right;
}
