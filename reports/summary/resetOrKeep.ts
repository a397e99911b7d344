import type { CaseLine, RunRecord } from '../../harness/record.ts';
import type { Clause, Effect, StateConstraint } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { MemberPath } from '../../specs/member.ts';
import { oneLine } from '../text/visible.ts';
import type { MemberState } from './memberFigures.ts';

/** What becomes of a top-level member that an update leaves out: by the documentation, as measured, on this target. */
export interface ResetOrKeep {
  readonly member: MemberPath;
  readonly documented: string;
  readonly measured: string;
  readonly target: string;
  readonly state: Exclude<MemberState, 'unsupported'>;
}

type Omission = Clause & { readonly constraint: StateConstraint };

/** A row for each top-level member of the edition on whose omission the contract has a clause. */
export function resetOrKeep({ header, cases }: RunRecord): readonly ResetOrKeep[] {
  const { clauses } = contractOf(header.edition, header.basis);
  return clauses.filter(isOmission).map((clause) => {
    const { documented, observed } = clause.constraint;
    const told = cases.filter((line) => line.clause === clause.id && showsState(line));
    return {
      member: clause.member,
      documented: fate(documented, 'not said'),
      measured: fate(observed, 'not measured'),
      target:
        told.length === 0
          ? 'not tested'
          : [...new Set(told.map((line) => becameOf(line, clause.member)))].join(', or '),
      state: stateOf(told, clause.id, clause.constraint[header.basis].kind === 'open'),
    };
  });
}

function isOmission(clause: Clause): clause is Omission {
  return clause.constraint.kind === 'state' && clause.constraint.when === 'omitted' && !/[.[{]/.test(clause.member);
}

function showsState({ answer, verdict }: CaseLine): boolean {
  const judged = verdict.kind === 'conforms' || verdict.kind === 'deviates' || verdict.kind === 'undecided';
  return judged && answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

function stateOf(told: readonly CaseLine[], id: string, open: boolean): ResetOrKeep['state'] {
  if (told.length === 0) return 'not-tested';
  const departs = told.some(
    ({ verdict }) => verdict.kind === 'deviates' && verdict.deviations.some(({ clause }) => clause === id),
  );
  if (departs) return 'deviates';
  // A case about open ground may conform or deviate elsewhere.
  return open ? 'undecided' : 'conforms';
}

function becameOf({ changed }: CaseLine, member: MemberPath): string {
  const value = Object.hasOwn(changed, member) ? changed[member] : undefined;
  if (value === undefined) return 'kept';
  return value === null ? 'no longer shown' : `becomes ${oneLine(JSON.stringify(value), 60)}`;
}

function fate(effect: Effect, unknown: string): string {
  switch (effect.kind) {
    case 'stored':
      return 'as sent';
    case 'kept':
      return 'kept';
    case 'becomes':
      return effect.values
        .map((value) => (value === null ? 'no longer shown' : `becomes ${JSON.stringify(value)}`))
        .join(' or ');
    case 'fresh':
      return 'reset';
    case 'dropped':
      return 'lost';
    case 'open':
      return unknown;
  }
}
