import fc from 'fast-check';
import type { BrokenArm, BrokenRequest } from '../breaches/brokenRequests.ts';

/** Draws the next request; the seed decides which. */
export type Draw<T> = (seed: number) => T;

/**
 * Deals the ways to break a clause so that the least tried comes next: every member before any member twice, every clause
 * before any clause twice. The order follows from the seed and from what was dealt, and from no answer of a target.
 */
export function guided(arms: readonly BrokenArm[], seed: number): Draw<BrokenRequest> {
  let round = 0;
  let deck: BrokenArm[] = [];
  return (drawSeed) => {
    if (deck.length === 0) deck = spread(shuffled(arms, seed + round++));
    const next = deck.shift();
    if (next === undefined) throw new TypeError('There is no way to break a clause.');
    const [drawn] = fc.sample(next.arbitrary, { seed: drawSeed, numRuns: 1 });
    if (drawn === undefined) throw new TypeError(`Nothing breaks "${next.clause}".`);
    return drawn;
  };
}

function shuffled(arms: readonly BrokenArm[], seed: number): readonly BrokenArm[] {
  const [order] = fc.sample(fc.shuffledSubarray([...arms], { minLength: arms.length }), { seed, numRuns: 1 });
  return order ?? arms;
}

/** The first way of each member, then the second of each, and so on. */
function spread(arms: readonly BrokenArm[]): BrokenArm[] {
  const dealt = new Map<string, number>();
  const ranked = arms.map((arm) => {
    const turn = dealt.get(arm.member) ?? 0;
    dealt.set(arm.member, turn + 1);
    return { arm, turn };
  });
  return ranked.toSorted((left, right) => left.turn - right.turn).map(({ arm }) => arm);
}
