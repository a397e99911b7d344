import type { Contract } from '../../specs/contract.ts';
import { jsonEqual } from '../../specs/json.ts';
import { topLevelOf } from '../../specs/member.ts';
import type { Finding } from '../record/record.ts';
import { clauseSort } from './clauseSort.ts';

/**
 * The cause of each finding by the finding's id: findings that one repair is likely to fix have one cause, whatever their clauses
 * and however they were answered.
 */
export function causeIds(contract: Contract, findings: readonly Finding[]): ReadonlyMap<string, string> {
  const own = findings.map((finding) => ({ finding, cause: causeId(contract, finding) }));
  const telling = own.filter(({ finding }) => !isAboutForm(finding));
  return new Map(
    own.map(({ finding, cause }) => {
      // What is wrong with the form of an answer is no cause of its own where the answer should not have come at all.
      const other = isAboutForm(finding) ? telling.find((each) => isSameTrial(each.finding, finding)) : undefined;
      return [finding.id, other?.cause ?? cause];
    }),
  );
}

function causeId(contract: Contract, finding: Finding): string {
  const { clause, kind, id, member } = finding;
  const status = unnamedStatus(finding);
  if (status !== undefined) return `${status >= 500 ? 'server-fault' : 'unnamed-error'}.${status}`;
  switch (kind) {
    case 'accepted-invalid':
      return `${kind}.${clauseSort(contract, clause)}`;
    case 'wrong-state':
      if (clause.startsWith('request.')) return `${kind}.${clause}`;
      return `${kind}.${clauseSort(contract, clause)}${id.endsWith('/absent') ? '.absent' : ''}`;
    case 'rejected-valid':
      return `${kind}.${topLevelOf(member) || 'request'}`;
    case 'wrong-error':
      return `${kind}.${errorOf(finding)}`;
    case 'malformed-answer':
      return `${kind}.${clause}`;
    case 'server-fault':
      if (clause === 'request.readable-state') return `${kind}.unreadable`;
      return `${kind}.${finding.answer.kind === 'answered' ? finding.answer.status : 'reset'}`;
    case 'wrong-status':
    case 'not-atomic':
    case 'leaked-state':
    case 'no-answer':
    case 'unstable':
      return kind;
  }
}

/** The HTTP status of an error that names none of the service's: something in front of the operation has refused the request. */
function unnamedStatus({ answer, kind, clause }: Finding): number | undefined {
  if (answer.kind !== 'answered' || answer.error !== '') return undefined;
  // An error in the service's form that only lacks its name is a matter of form.
  return kind === 'accepted-invalid' || clause === 'wire.error-type' ? undefined : answer.status;
}

function errorOf({ answer }: Finding): string {
  return answer.kind === 'answered' && answer.error !== null ? answer.error : 'other';
}

function isAboutForm({ kind }: Finding): boolean {
  return kind === 'malformed-answer' || kind === 'wrong-status';
}

function isSameTrial(left: Finding, right: Finding): boolean {
  return (
    JSON.stringify(left.raw) === JSON.stringify(right.raw) &&
    jsonEqual(left.request, right.request) &&
    JSON.stringify(left.prior) === JSON.stringify(right.prior)
  );
}
