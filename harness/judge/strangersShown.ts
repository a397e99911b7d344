import type { Contract } from '../../specs/contract.ts';
import { isJsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import { childrenOf, type Member, type MemberPath } from '../../specs/member.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { isEmpty, sameShown } from '../oracle/sameShown.ts';
import type { Deviation } from '../record/record.ts';
import { wireDeviation } from './judgeWire.ts';
import { shownValue } from './shownValue.ts';

/** No source says more of members that the contract does not have, so a deviation from it is at level may. */
export const strangersChangeNothing = 'Members that the contract does not have change nothing.';

/** Members inside the structures of a request that the contract does not have, and that the pool shows afterwards. */
export function strangersShown(
  contract: Contract,
  request: JsonValue | undefined,
  after: PoolState,
): readonly Deviation[] {
  if (!isJsonObject(request)) return [];
  const found = childrenOf('', contract.edition.input).flatMap((member) =>
    strangersIn(member, request[member.path], after.members[member.path]),
  );
  return found.flatMap(({ path, value }) =>
    wireDeviation(contract, {
      check: 'unknown-members',
      kind: 'wrong-state',
      actual: `DescribeUserPool shows ${path} ${shownValue(value)}.`,
      answerClass: 'stored',
      level: 'may',
    }).map((deviation) => ({ ...deviation, expected: strangersChangeNothing })),
  );
}

interface Stranger {
  readonly path: MemberPath;
  readonly value: JsonValue;
}

function strangersIn(
  { path, shape }: Member,
  sent: JsonValue | undefined,
  shown: JsonValue | undefined,
): readonly Stranger[] {
  if (shape.type === 'structure' && isJsonObject(sent) && isJsonObject(shown)) {
    const known = childrenOf(path, shape);
    return [
      ...Object.entries(sent)
        // What shows nothing is not there either.
        .filter(
          ([name, value]) =>
            !Object.hasOwn(shape.members, name) && !isEmpty(value) && sameShown(ownMember(shown, name), value),
        )
        .map(([name, value]) => ({ path: `${path}.${name}`, value })),
      ...known.flatMap((child) =>
        strangersIn(child, ownMember(sent, lastNameOf(child)), ownMember(shown, lastNameOf(child))),
      ),
    ];
  }
  if (shape.type !== 'list' || !Array.isArray(sent) || !Array.isArray(shown)) return [];
  const [item] = childrenOf(path, shape);
  return item === undefined ? [] : sent.flatMap((value, index) => strangersIn(item, value, shown[index]));
}

function lastNameOf({ path }: Member): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
