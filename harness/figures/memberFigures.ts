import { editionOf } from '../../specs/editions/index.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import type { RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';
import type { Tally } from './tally.ts';
import { withFindings } from './withFindings.ts';

/** What a member shows at a glance. */
export type MemberState = 'deviates' | 'conforms' | 'undecided' | 'unsupported' | 'not-tested';

/** What a run shows of one member; `''` is the request as a whole. */
export interface MemberFigures extends Tally {
  readonly member: MemberPath;
  readonly state: MemberState;
}

/** Every member of the edition in model order, tested or not, then places that only the record knows. */
export function memberFigures(record: RunRecord): readonly MemberFigures[] {
  const { byMember: tallies } = caseFigures(record);
  const members = membersOf(editionOf(record.header.edition).input).map(({ path }) => path);
  const findings = Map.groupBy(record.findings, ({ member }) => member);
  return [...new Set([...members, ...tallies.keys(), ...findings.keys()])].map((member) => {
    const tally = withFindings(tallies.get(member), findings.get(member));
    return { member, state: memberState(tally), ...tally };
  });
}

function memberState({ deviates, conforms, undecided, unsupported }: Tally): MemberState {
  if (deviates > 0) return 'deviates';
  if (conforms > 0) return 'conforms';
  if (unsupported > 0) return 'unsupported';
  return undecided > 0 ? 'undecided' : 'not-tested';
}
