import { jsonEqual } from '../../specs/json.ts';
import type { Finding } from '../record/record.ts';

/**
 * Refusals of valid requests that come down to the same smallest request and answer have one cause, and are told once: under
 * the weightier clause, of the same weight under the one that is first by name. An error that the target has for a policy of
 * its own is no second finding where it answers a breach in the same member. Any other finding stays as it is.
 */
export function mergedByCause(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings) {
    const index = merged.findIndex((other) => hasSameCause(other, finding));
    const other = merged[index];
    if (other === undefined) merged.push(finding);
    else merged[index] = { ...weightier(other, finding), count: other.count + finding.count };
  }
  return merged;
}

function hasSameCause(left: Finding, right: Finding): boolean {
  if (left.id === right.id) return true;
  if (answerClassOf(left) !== answerClassOf(right)) return false;
  if (left.kind !== right.kind) return isOwnError(left, right) || isOwnError(right, left);
  if (left.kind !== 'rejected-valid' || !left.reproduced || !right.reproduced) return false;
  return jsonEqual(left.request, right.request) && JSON.stringify(left.prior) === JSON.stringify(right.prior);
}

/** Whether a wrong error is the one by which the target refuses what is right in the same member. */
function isOwnError(policy: Finding, wrong: Finding): boolean {
  return policy.kind === 'rejected-valid' && wrong.kind === 'wrong-error' && policy.member === wrong.member;
}

function answerClassOf({ id }: Finding): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

const weights = { must: 0, should: 1, may: 2 } as const;

function weightier(left: Finding, right: Finding): Finding {
  if (left.kind !== right.kind) return left.kind === 'rejected-valid' ? left : right;
  if (weights[left.level] !== weights[right.level]) return weights[left.level] < weights[right.level] ? left : right;
  return left.id <= right.id ? left : right;
}
