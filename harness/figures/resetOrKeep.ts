import type { Clause, Effect, StateConstraint } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { CaseLine, RecordHeader, RunRecord } from '../record/record.ts';
import type { Collector } from './collector.ts';
import { gathered } from './gathered.ts';
import type { MemberState } from './memberFigures.ts';
import { oneLine } from './visible.ts';

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
export function resetOrKeep(record: RunRecord): readonly ResetOrKeep[] {
  const { header } = record;
  const told = gathered(record).omissions;
  return omissionsOf(header).map(({ id, member, constraint }) => {
    const omission = told.get(id);
    return {
      member,
      documented: fate(constraint.documented, 'not said'),
      measured: fate(constraint.observed, 'not measured'),
      target: omission === undefined ? 'not tested' : [...omission.became].join(', or '),
      state: stateOf(omission, constraint[header.basis].kind === 'open'),
    };
  });
}

/** What became of a member in the cases that left it out. */
export interface Omitted {
  readonly became: Set<string>;
  departs: boolean;
}

/** What became of each top-level member that cases left out, by clause. */
export function omissions(header: Pick<RecordHeader, 'edition' | 'basis'>): Collector<ReadonlyMap<string, Omitted>> {
  const ids = new Set(omissionsOf(header).map(({ id }) => id));
  const told = new Map<string, Omitted>();
  const take = (line: CaseLine): void => {
    const { clause, member, verdict } = line;
    if (!ids.has(clause) || !showsState(line)) return;
    const omission = told.get(clause) ?? { became: new Set(), departs: false };
    told.set(clause, omission);
    omission.became.add(becameOf(line, member));
    omission.departs ||= verdict.kind === 'deviates' && verdict.deviations.some((one) => one.clause === clause);
  };
  return { take, result: () => told };
}

function omissionsOf({ edition, basis }: Pick<RecordHeader, 'edition' | 'basis'>): readonly Omission[] {
  return contractOf(edition, basis).clauses.filter(isOmission);
}

function isOmission(clause: Clause): clause is Omission {
  return clause.constraint.kind === 'state' && clause.constraint.when === 'omitted' && !/[.[{]/.test(clause.member);
}

function showsState({ answer, verdict }: CaseLine): boolean {
  const judged = verdict.kind === 'conforms' || verdict.kind === 'deviates' || verdict.kind === 'undecided';
  return judged && answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

function stateOf(told: Omitted | undefined, open: boolean): ResetOrKeep['state'] {
  if (told === undefined) return 'not-tested';
  if (told.departs) return 'deviates';
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
    case 'among':
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
