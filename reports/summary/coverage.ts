import type { CaseLine, RunRecord } from '../../harness/record.ts';
import { contractOf } from '../../specs/contract.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { type Member, type MemberPath, membersOf } from '../../specs/member.ts';

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
  const tested = new Set(record.cases.filter(wasSent).map(({ member }) => member));
  const effective = effectiveMembers(record);
  const implemented = members.filter((member) => hasEffect(member, effective, members)).length;
  return { implemented, tested: members.filter(({ path }) => tested.has(path)).length, members: members.length };
}

function wasSent({ verdict }: CaseLine): boolean {
  return verdict.kind !== 'skipped' && verdict.kind !== 'errored';
}

function effectiveMembers({ header, cases }: RunRecord): ReadonlySet<MemberPath> {
  const { byId } = contractOf(header.edition, header.basis);
  const discerning = cases.some(({ expectation, answer }) => expectation.kind === 'accepted' && succeeded(answer));
  const shows = (line: CaseLine): boolean => {
    if (wrongOn(line, line.member)) return false;
    // A target that refuses everything checks nothing, so a refusal counts only beside an acceptance.
    if (line.expectation.kind === 'rejected') return discerning && refusedRightly(line);
    const constraint = byId.get(line.clause)?.constraint;
    return constraint?.kind === 'state' && constraint.when === 'sent' && succeeded(line.answer) && wasJudged(line);
  };
  return new Set(cases.filter(shows).map(({ member }) => member));
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
