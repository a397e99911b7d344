import { contractOf } from '../../specs/contract.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import type { CaseLine, RecordHeader, RunRecord } from '../record/record.ts';
import type { Collector } from './collector.ts';
import { gathered } from './gathered.ts';

/** How much of the operation a target has at all. It says nothing of right or wrong: that is divergence. */
export interface Coverage {
  /** Members that had any effect: stored as sent, or a broken value refused for its sake. */
  readonly implemented: number;
  /** Members that the run tried. */
  readonly tested: number;
  /** Members of the edition. */
  readonly members: number;
}

/** The coverage of a run. A member has an effect where it shows one itself, or a member above or below it does. */
export function coverageOf(record: RunRecord): Coverage {
  const members = membersOf(editionOf(record.header.edition).input);
  const { tested, effective } = gathered(record).effects;
  const implemented = members.filter((member) => hasEffect(member, effective, members)).length;
  return { implemented, tested: members.filter(({ path }) => tested.has(path)).length, members: members.length };
}

function wasSent({ verdict }: CaseLine): boolean {
  return verdict.kind !== 'skipped' && verdict.kind !== 'errored';
}

/** Members that were tried, and those that showed an effect of their own. */
export interface Effects {
  readonly tested: ReadonlySet<MemberPath>;
  readonly effective: ReadonlySet<MemberPath>;
}

/** The effects that cases show. A target that refuses everything checks nothing: refusals count beside an acceptance alone. */
export function effects({ edition, basis }: Pick<RecordHeader, 'edition' | 'basis'>): Collector<Effects> {
  const { byId } = contractOf(edition, basis);
  const [tested, stored, refused] = [new Set<MemberPath>(), new Set<MemberPath>(), new Set<MemberPath>()];
  let discerning = false;
  const take = (line: CaseLine): void => {
    const { member, expectation, answer } = line;
    if (wasSent(line)) tested.add(member);
    discerning ||= expectation.kind === 'accepted' && succeeded(answer);
    if (wrongOn(line, member)) return;
    const constraint = byId.get(line.clause)?.constraint;
    if (expectation.kind === 'rejected') {
      if (refusedRightly(line)) refused.add(member);
    } else if (constraint?.kind === 'state' && constraint.when === 'sent' && succeeded(answer) && wasJudged(line)) {
      stored.add(member);
    }
  };
  return { take, result: () => ({ tested, effective: new Set(discerning ? [...stored, ...refused] : stored) }) };
}

function hasEffect({ path, shape }: Member, effective: ReadonlySet<MemberPath>, members: readonly Member[]): boolean {
  if (effective.has(path)) return true;
  // What is inside a stored list or map was stored with it.
  const holder = path.match(/^(.*)(?:\[\]|\{key\}|\{value\})$/)?.[1];
  if (holder !== undefined && effective.has(holder)) return true;
  if (shape.type === 'string' || shape.type === 'integer' || shape.type === 'boolean') return false;
  return members.some((other) => isBelow(other.path, path) && effective.has(other.path));
}

function isBelow(path: MemberPath, above: MemberPath): boolean {
  return path.startsWith(above) && /^[.[{]/.test(path.slice(above.length));
}

function succeeded(answer: CaseLine['answer']): boolean {
  return answer.kind === 'answered' && answer.error === null && answer.status >= 200 && answer.status < 300;
}

function refusedRightly({ expectation, answer }: CaseLine): boolean {
  const error = answer.kind === 'answered' ? answer.error : null;
  return expectation.kind === 'rejected' && error !== null && expectation.errors.includes(error);
}

function wasJudged({ verdict }: CaseLine): boolean {
  return verdict.kind === 'conforms' || verdict.kind === 'deviates';
}

function wrongOn({ verdict }: CaseLine, member: MemberPath): boolean {
  return verdict.kind === 'deviates' && verdict.deviations.some((deviation) => deviation.member === member);
}
