import type { Effect } from '../../specs/clause.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import type { MemberState } from './memberFigures.ts';
import { type OmissionOutcome, omissionClauses } from './omissions.ts';

/** What becomes of a top-level member that an update leaves out: by the documentation, as measured, on this target. */
export interface ResetOrKeep {
  readonly member: MemberPath;
  readonly documented: string;
  readonly measured: string;
  readonly target: string;
  readonly state: Exclude<MemberState, 'unsupported'>;
}

/** A row for each top-level member of the edition on whose omission the contract has a clause. */
export function resetOrKeep(record: RunRecord): readonly ResetOrKeep[] {
  const { header } = record;
  const outcomes = caseFigures(record).omissions;
  return omissionClauses(header).map(({ id, member, constraint }) => {
    const omission = outcomes.get(id);
    return {
      member,
      documented: effectText(constraint.documented, 'not said'),
      measured: effectText(constraint.observed, 'not measured'),
      target: omission === undefined ? 'not tested' : [...omission.effects].join(', or '),
      state: omissionState(omission, constraint[header.basis].kind === 'open'),
    };
  });
}

function omissionState(outcome: OmissionOutcome | undefined, open: boolean): ResetOrKeep['state'] {
  if (outcome === undefined) return 'not-tested';
  if (outcome.deviates) return 'deviates';
  // A case about an open question may conform or deviate elsewhere.
  return open ? 'undecided' : 'conforms';
}

function effectText(effect: Effect, unknown: string): string {
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
    case 'either':
      return [...new Set(effect.of.map((reading) => effectText(reading, unknown)))].join(' or ');
    case 'follows':
      return `follows ${effect.leader}`;
    case 'open':
      return unknown;
  }
}
