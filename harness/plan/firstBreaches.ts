import type { Case } from '../../generators/cases/case.ts';
import { topLevelOf } from '../../specs/member.ts';

/** Cases in two parts. */
export interface FirstBreaches {
  /** The first breach of each constraint of each member: what most faults of a validation show in. */
  readonly firsts: readonly Case[];
  /** The others, those that keep a constraint before those that break it again. */
  readonly others: readonly Case[];
}

/** Takes the first breach of each constraint out of a list of cases, where a pool of any state will do for it. */
export function firstBreaches(cases: readonly Case[]): FirstBreaches {
  const seen = new Set<string>();
  const {
    firsts = [],
    kept = [],
    broken = [],
  } = Object.groupBy(cases, (one) => {
    if (!needsNoState(one)) return 'kept';
    const key = JSON.stringify([one.member, one.clause]);
    if (seen.has(key)) return 'broken';
    seen.add(key);
    return 'firsts';
  });
  return { firsts, others: [...kept, ...broken] };
}

/** Takes the first breach of each rule out of a list of examples, where it is one on a new pool; the others keep their order. */
export function firstRuleBreaches(cases: readonly Case[]): FirstBreaches {
  const seen = new Set<string>();
  const { firsts = [], others = [] } = Object.groupBy(cases, ({ clause, breaks, prior }) => {
    const isOnNewPool = breaks.length > 0 && prior !== undefined && Object.keys(prior).join() === 'fresh';
    if (!isOnNewPool || seen.has(clause)) return 'others';
    seen.add(clause);
    return 'firsts';
  });
  return { firsts, others };
}

function needsNoState({ breaks, member, prior, withinBound }: Case): boolean {
  const isOfPool = topLevelOf(member) === 'UserPoolId' || topLevelOf(member) === '';
  return breaks.length > 0 && !isOfPool && prior === undefined && withinBound === undefined;
}
