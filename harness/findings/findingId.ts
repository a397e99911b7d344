import type { Deviation } from '../record/record.ts';

/** Clause, kind and answer class: another symptom on the same clause is another finding. */
export function findingId({ clause, kind, answerClass, member }: Deviation): string {
  // Clauses of the request as a whole are about many members, each a finding of its own.
  const where = clause.startsWith('request.') && member !== '' ? `@${member}` : '';
  return `${clause}${where}/${kind}/${answerClass}`;
}
