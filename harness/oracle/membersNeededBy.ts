import type { Condition } from '../../specs/condition.ts';
import { mirrors } from '../../specs/couplings.ts';
import { topLevelOf } from '../../specs/member.ts';
import { pathsReadBy } from '../../specs/membersNamedBy.ts';

/**
 * Top-level members, one of which a request has to have if a condition is to hold; undefined where it may hold, or be unknown,
 * whatever the request has. So most rules need not be asked of most requests.
 */
export function membersNeededBy(condition: Condition): readonly string[] | undefined {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(membersNeededBy).reduce(fewer, undefined);
    case 'any': {
      const needed = condition.of.map(membersNeededBy);
      return needed.includes(undefined) ? undefined : [...new Set(needed.flatMap((names) => names ?? []))];
    }
    case 'not':
    case 'region':
      return undefined;
    // A member that is not there counts as null.
    case 'is':
      return condition.values.includes(null) ? undefined : sent(condition);
    case 'present':
    case 'above':
    case 'holds':
    case 'exceeds':
    case 'differs':
    case 'repeats':
    case 'matches':
    case 'elsewhere':
      return sent(condition);
  }
}

type Leaf = Extract<Condition, { readonly at: string }>;

/** What is read of the result may come from the pool. */
function sent({ at, reads }: Leaf): readonly string[] | undefined {
  return reads === 'request' ? [topLevelOf(at)] : undefined;
}

function fewer(left: readonly string[] | undefined, right: readonly string[] | undefined) {
  return left === undefined || (right !== undefined && right.length < left.length) ? right : left;
}

/** The top-level members whose values a condition reads, sent or stored. */
export function membersReadBy(condition: Condition): ReadonlySet<string> {
  const tops = new Set(pathsReadBy(condition).map(topLevelOf));
  const isMirrored = mirrored.some((name) => tops.has(name));
  return isMirrored ? new Set([...tops, ...mirrored]) : tops;
}

const mirrored = mirrors.flatMap(({ members }) => members.map(topLevelOf));
