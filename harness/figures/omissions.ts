import type { Clause, StateConstraint } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { CaseLine, RecordHeader } from '../record/record.ts';
import type { Collector } from './collector.ts';
import { oneLine } from './visibleText.ts';

/** What effects of a member in the cases that left it out. */
export interface OmissionOutcome {
  readonly effects: Set<string>;
  deviates: boolean;
}

/** What effects of each top-level member that cases left out, by clause. */
export function omissions(
  header: Pick<RecordHeader, 'edition' | 'basis'>,
): Collector<ReadonlyMap<string, OmissionOutcome>> {
  const ids = new Set(omissionClauses(header).map(({ id }) => id));
  const outcomes = new Map<string, OmissionOutcome>();
  const take = (line: CaseLine): void => {
    const { clause, member, verdict } = line;
    if (!ids.has(clause) || !showsState(line)) return;
    const omission = outcomes.get(clause) ?? { effects: new Set(), deviates: false };
    outcomes.set(clause, omission);
    omission.effects.add(observedEffect(line, member));
    omission.deviates ||= verdict.kind === 'deviates' && verdict.deviations.some((one) => one.clause === clause);
  };
  return { take, result: () => outcomes };
}

/** The clauses on the omission of a top-level member. */
export function omissionClauses({ edition, basis }: Pick<RecordHeader, 'edition' | 'basis'>): readonly Omission[] {
  return contractOf(edition, basis).clauses.filter(isOmission);
}

function isOmission(clause: Clause): clause is Omission {
  return clause.constraint.kind === 'state' && clause.constraint.when === 'omitted' && !/[.[{]/.test(clause.member);
}

type Omission = Clause & { readonly constraint: StateConstraint };

function showsState({ answer, verdict }: CaseLine): boolean {
  const judged = verdict.kind === 'conforms' || verdict.kind === 'deviates' || verdict.kind === 'undecided';
  return judged && answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

function observedEffect({ changed }: CaseLine, member: MemberPath): string {
  const value = Object.hasOwn(changed, member) ? changed[member] : undefined;
  if (value === undefined) return 'kept';
  return value === null ? 'no longer shown' : `becomes ${oneLine(JSON.stringify(value), 60)}`;
}
