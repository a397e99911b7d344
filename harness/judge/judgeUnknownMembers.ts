import type { Contract } from '../../specs/contract.ts';
import { isJsonObject, type JsonValue, jsonEqual, ownMember } from '../../specs/json.ts';
import { type MemberPath, parentPath } from '../../specs/member.ts';
import { valueAt } from '../oracle/condition.ts';
import type { UnknownMember } from '../oracle/expectation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { isEmpty } from '../oracle/sameShown.ts';
import type { StateExpectation } from '../oracle/stateExpectation.ts';
import { withoutUnknownMembers } from '../oracle/withoutUnknownMembers.ts';
import type { Deviation } from '../record/record.ts';
import { judgeState } from './judgeState.ts';
import { wireDeviation } from './judgeWire.ts';
import { shownValue } from './shownValue.ts';

/**
 * The state after an accepted request with members that the contract does not have. What such a member does to the pool is a
 * matter of its own clause, on its own evidence: taken for a member of nearly the same name, or stored where it stands.
 */
export function judgeUnknownMembers(
  contract: Contract,
  expected: readonly StateExpectation[],
  unknown: readonly UnknownMember[],
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const { input } = contract.edition;
  // A pool that shows more than the edition knows had it before the request as well, and is expected to keep it.
  const showsMore = !jsonEqual(withoutUnknownMembers(input, before.members), before.members);
  const known = showsMore ? after : { ...after, members: withoutUnknownMembers(input, after.members) };
  const deviations = judgeState(contract, expected, before, known).flatMap((deviation) => {
    const taken = unknown.find((one) => isTaken(one, deviation.member, after));
    if (taken === undefined) return [deviation];
    const actual = `${taken.path} was taken for ${deviation.member}: ${deviation.actual}`;
    return unknownDeviation(contract, deviation.member, actual, 'taken');
  });
  return [...deviations, ...unknown.flatMap((member) => storedDeviation(contract, member, before, after))];
}

/**
 * Whether an unknown member has the name of one, or of one around it, in other letters, and that one shows what was sent. One that
 * shows anything else became so because the request leaves it out.
 */
function isTaken({ path, value }: UnknownMember, member: MemberPath, after: PoolState): boolean {
  const [name, other] = [path.toLowerCase(), member.toLowerCase()];
  if (other !== name && !other.startsWith(`${name}.`)) return false;
  return showsPartOf(value, valueAt(after.members, member.slice(0, path.length)));
}

function showsPartOf(sent: JsonValue, shown: JsonValue | undefined): boolean {
  if (!isJsonObject(sent) || !isJsonObject(shown)) return shown !== undefined && jsonEqual(sent, shown);
  return Object.entries(sent).some(([key, value]) => showsPartOf(value, ownMember(shown, key)));
}

function storedDeviation(
  contract: Contract,
  { path, value }: UnknownMember,
  before: PoolState,
  after: PoolState,
): readonly Deviation[] {
  const shown = valueAt(after.members, path);
  const isStored = !isEmpty(value) && shown !== undefined && jsonEqual(shown, value);
  if (!isStored || jsonEqual(valueAt(before.members, path) ?? null, value)) return [];
  const parent = parentPath(path).replace(/\[\]$/, '');
  const actual = `${path} is not a member, and DescribeUserPool shows ${shownValue(shown)}.`;
  return unknownDeviation(contract, parent, actual, 'stored');
}

function unknownDeviation(
  contract: Contract,
  member: MemberPath,
  actual: string,
  answerClass: string,
): readonly Deviation[] {
  const deviation = { check: 'unknown-members-ignored', kind: 'wrong-state', actual, answerClass } as const;
  return wireDeviation(contract, deviation).map((found) => ({ ...found, member }));
}
