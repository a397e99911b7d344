import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import { confirmedOn, type Evidence } from '../../specs/evidence.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { CaseLine } from '../record/record.ts';

/** What a target made of a clause, as an entry that can be reviewed and taken over. */
export interface Confirmation {
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly says: string;
  /** The day on which something spoke for it last; null where nothing did. */
  readonly confirmedBefore: string | null;
  readonly outcome: 'confirmed' | 'contradicted' | 'not told';
  readonly cases: readonly Pick<CaseLine, 'id' | 'request' | 'answer' | 'verdict'>[];
  /** Null where the target told nothing. */
  readonly evidence: Evidence | null;
}

/** Whom was asked, and when. */
export interface Asked {
  readonly target: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** One entry for each clause that cases were about, in the order of the cases. */
export function confirmations(contract: Contract, cases: Iterable<CaseLine>, asked: Asked): readonly Confirmation[] {
  const byClause = Map.groupBy(cases, ({ clause }) => clause);
  return [...byClause].flatMap(([id, lines]) => {
    const clause = contract.byId.get(id);
    const own = lines.filter(({ id: one }) => !one.endsWith('/other-pool'));
    return clause === undefined || own.length === 0 ? [] : [entryFor(contract, clause, own, asked)];
  });
}

function entryFor(
  { edition }: Contract,
  { id, member, says, evidence }: Contract['clauses'][number],
  lines: readonly CaseLine[],
  asked: Asked,
): Confirmation {
  const outcome = outcomeOf(id, lines);
  return {
    clause: id,
    member,
    says,
    confirmedBefore: confirmedOn(evidence, edition.date) ?? null,
    outcome,
    cases: lines.map(({ id: one, request, answer, verdict }) => ({ id: one, request, answer, verdict })),
    evidence: outcome === 'not told' ? null : measured(outcome, lines, asked),
  };
}

// A deviation from another clause, of form for instance, says nothing against this one.
function outcomeOf(id: ClauseId, lines: readonly CaseLine[]): Confirmation['outcome'] {
  const isAgainst = ({ verdict }: CaseLine) =>
    verdict.kind === 'deviates' && verdict.deviations.some(({ clause }) => clause === id);
  if (lines.some(isAgainst)) return 'contradicted';
  return lines.some(({ verdict }) => verdict.kind === 'conforms' || verdict.kind === 'deviates')
    ? 'confirmed'
    : 'not told';
}

function measured(outcome: string, lines: readonly CaseLine[], { target, today }: Asked): Evidence {
  const answers = lines.map(({ id, answer }) => `${id} was ${toldOf(answer)}`).join('; ');
  const note = `${outcome === 'confirmed' ? 'It held' : 'It did not hold'}: ${answers}.`;
  return { basis: 'measurement', source: `poolproof survey of ${target}`, date: today, note };
}

function toldOf(answer: CaseLine['answer']): string {
  if (answer.kind === 'unanswered') return `not answered (${answer.why})`;
  return answer.error === null ? 'accepted' : `refused with ${answer.error || `HTTP ${answer.status}`}`;
}
