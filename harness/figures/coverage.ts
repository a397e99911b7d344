import { editionOf } from '../../specs/editions/index.ts';
import { isBelow, type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import type { RunRecord } from '../record/record.ts';
import { caseFigures } from './caseFigures.ts';

/** How much of the operation a target has at all. It says nothing of right or wrong: that is divergence. */
export interface Coverage {
  /** Members that had any effect: stored as sent, or a broken value refused for its sake. */
  readonly implemented: number;
  /** Members that the run tried, or that show an effect by what is above or below them. */
  readonly tested: number;
  /** Members of the edition. */
  readonly members: number;
  /** No pool of the target can be read back: an effect is a refusal, and nothing is known to be stored. */
  readonly isUnread?: true;
}

/** The coverage of a run. A member has an effect where it shows one itself, or a member above or below it does. */
export function coverageOf(record: RunRecord): Coverage {
  const members = membersOf(editionOf(record.header.edition).input);
  const { tested, effective } = caseFigures(record).effects;
  const implemented = new Set(members.filter((member) => hasEffect(member, effective, members)));
  const isUnread = record.probe !== undefined && record.probe.pools !== 'kept';
  return {
    implemented: implemented.size,
    tested: members.filter((member) => implemented.has(member) || tested.has(member.path)).length,
    members: members.length,
    ...(isUnread ? { isUnread } : {}),
  };
}

function hasEffect({ path, shape }: Member, effective: ReadonlySet<MemberPath>, members: readonly Member[]): boolean {
  if (effective.has(path)) return true;
  // What is inside a stored list or map was stored with it.
  const holder = path.match(/^(.*)(?:\[\]|\{key\}|\{value\})$/)?.[1];
  if (holder !== undefined && effective.has(holder)) return true;
  if (shape.type === 'string' || shape.type === 'integer' || shape.type === 'boolean') return false;
  return members.some((other) => isBelow(other.path, path) && effective.has(other.path));
}
