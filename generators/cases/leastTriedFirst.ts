import fc from 'fast-check';
import type { BreachArm, BrokenRequest } from '../breaches/requestWithOneBreach.ts';

/** Draws the next request; the seed decides which. */
export type Draw<T> = (seed: number) => T;

/**
 * Deals the ways to break a clause so that the least tried comes next: every member before any member twice, every clause
 * before any clause twice. The order follows from the seed and from what was dealt, and from no answer of a target.
 */
export function leastTriedFirst(arms: readonly BreachArm[], seed: number): Draw<BrokenRequest> {
  let round = 0;
  let deck: BreachArm[] = [];
  return (drawSeed) => {
    if (deck.length === 0) deck = roundRobinByMember(shuffled(arms, seed + round++));
    const next = deck.shift();
    if (next === undefined) throw new TypeError('There is no way to break a clause.');
    const [drawn] = fc.sample(next.arbitrary, { seed: drawSeed, numRuns: 1 });
    if (drawn === undefined) throw new TypeError(`Nothing breaks "${next.clause}".`);
    return drawn;
  };
}

function shuffled(arms: readonly BreachArm[], seed: number): readonly BreachArm[] {
  const [order] = fc.sample(fc.shuffledSubarray([...arms], { minLength: arms.length }), { seed, numRuns: 1 });
  return order ?? arms;
}

/** The first way of each member, then the second of each, and so on. */
function roundRobinByMember(arms: readonly BreachArm[]): BreachArm[] {
  const dealt = new Map<string, number>();
  const ranked = arms.map((arm) => {
    const turn = dealt.get(arm.member) ?? 0;
    dealt.set(arm.member, turn + 1);
    return { arm, turn };
  });
  return ranked.toSorted((left, right) => left.turn - right.turn).map(({ arm }) => arm);
}
