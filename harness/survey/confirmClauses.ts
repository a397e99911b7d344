import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn, type Evidence } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { CaseLine } from '../record/record.ts';

/** How a target behaved on a clause, as evidence that can be reviewed and added to the contract. */
export interface Confirmation {
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly says: string;
  /** The date of the latest supporting evidence; null if there is none. */
  readonly confirmedBefore: string | null;
  readonly outcome: 'confirmed' | 'contradicted' | 'inconclusive';
  readonly cases: readonly Pick<CaseLine, 'id' | 'request' | 'answer' | 'verdict'>[];
  /** Null if the outcome is inconclusive. */
  readonly evidence: Evidence | null;
}

/** The surveyed target and the date. */
export interface SurveySource {
  readonly target: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One entry for each clause that the cases are about, in the order of the cases. */
export function confirmClauses(
  contract: Contract,
  cases: Iterable<CaseLine>,
  asked: SurveySource,
): readonly Confirmation[] {
  const byClause = Map.groupBy(cases, ({ clause }) => clause);
  return [...byClause].flatMap(([id, lines]) => {
    const clause = contract.byId.get(id);
    const own = lines.filter(({ id: caseId }) => !caseId.endsWith('/other-pool'));
    return clause === undefined || own.length === 0 ? [] : [confirmClause(contract, clause, own, asked)];
  });
}

function confirmClause(
  { edition }: Contract,
  { id, member, says, evidence }: Contract['clauses'][number],
  lines: readonly CaseLine[],
  asked: SurveySource,
): Confirmation {
  const outcome = confirmationOutcome(id, lines);
  return {
    clause: id,
    member,
    says,
    confirmedBefore: confirmedOn(evidence, edition.date) ?? null,
    outcome,
    cases: lines.map(({ id: caseId, request, answer, verdict }) => ({ id: caseId, request, answer, verdict })),
    evidence: outcome === 'inconclusive' ? null : measurementEvidence(outcome, lines, asked),
  };
}

// A deviation from another clause does not contradict this one.
function confirmationOutcome(id: ClauseId, lines: readonly CaseLine[]): Confirmation['outcome'] {
  const isAgainst = ({ verdict }: CaseLine) =>
    verdict.kind === 'deviates' && verdict.deviations.some(({ clause }) => clause === id);
  if (lines.some(isAgainst)) return 'contradicted';
  return lines.some(({ verdict }) => verdict.kind === 'conforms' || verdict.kind === 'deviates')
    ? 'confirmed'
    : 'inconclusive';
}

function measurementEvidence(outcome: string, lines: readonly CaseLine[], { target, today }: SurveySource): Evidence {
  const answers = lines.map(({ id, answer }) => `${id} was ${describeOutcome(answer)}`).join('; ');
  const note = `${outcome === 'confirmed' ? 'It held' : 'It did not hold'}: ${answers}.`;
  return { basis: 'measurement', source: `poolproof survey of ${target}`, date: today, note };
}

function describeOutcome(answer: CaseLine['answer']): string {
  if (answer.kind === 'unanswered') return `not answered (${answer.why})`;
  return answer.error === null ? 'accepted' : `refused with ${answer.error || `HTTP ${answer.status}`}`;
}
