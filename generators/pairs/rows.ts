import type { JsonObject } from '../../specs/json.ts';
import type { Factor, Level } from './factors.ts';

/** Which level each member has in one request; a member that is not in it is left to the request. */
export type Choice = ReadonlyMap<Factor, Level>;

/** A request that shows pairs of bounds, named for the pair that it was made for. */
export interface Row {
  readonly first: readonly [Factor, Level];
  readonly second: readonly [Factor, Level];
  readonly request: JsonObject;
}

/** What a choice becomes as a whole request; undefined where its values do not go together. */
export type Complete = (choice: Choice) => JsonObject | undefined;

/** The level that a factor has in a request. */
export type LevelIn = (request: JsonObject, factor: Factor) => Level | undefined;

/**
 * Requests in which every pair of levels of two factors that go together stands at least once: for each pair that is still
 * missing a request is made, and filled with what shows the most other missing ones.
 */
export function coveringRows(factors: readonly Factor[], complete: Complete, levelIn: LevelIn): readonly Row[] {
  const covered = new Set<string>();
  const rows: Row[] = [];
  for (const [first, second] of pairsOf(factors)) {
    if (covered.has(pairKey(first, second))) continue;
    const choice = new Map([first, second]);
    const pair = complete(choice);
    if (pair === undefined) continue;
    const request = fillRow(pair, choice, factors, complete, covered);
    const shown = factors.flatMap((factor) => {
      const level = levelIn(request, factor);
      return level === undefined ? [] : [[factor, level] as const];
    });
    for (const [index, one] of shown.entries()) {
      for (const other of shown.slice(index + 1)) covered.add(pairKey(one, other));
    }
    rows.push({ first, second, request });
  }
  return rows;
}

type Chosen = readonly [Factor, Level];

function pairsOf(factors: readonly Factor[]): readonly (readonly [Chosen, Chosen])[] {
  return factors.flatMap((left, index) =>
    factors.slice(index + 1).flatMap((right) =>
      left.levels.flatMap((one) =>
        right.levels.map((other): readonly [Chosen, Chosen] => [
          [left, one],
          [right, other],
        ]),
      ),
    ),
  );
}

function pairKey([left, one]: Chosen, [right, other]: Chosen): string {
  return `${left.path}=${one.name} ${right.path}=${other.name}`;
}

/**
 * The request of a pair with a level for every other factor, as far as they go together, those that cover the most missing pairs
 * first.
 */
function fillRow(
  pair: JsonObject,
  choice: Map<Factor, Level>,
  factors: readonly Factor[],
  complete: Complete,
  covered: ReadonlySet<string>,
): JsonObject {
  let request = pair;
  for (const factor of factors.filter((each) => !choice.has(each))) {
    const gains = new Map(factor.levels.map((level) => [level, newPairs([factor, level], choice, factors, covered)]));
    const byGain = factor.levels.toSorted((left, right) => (gains.get(right) ?? 0) - (gains.get(left) ?? 0));
    for (const level of byGain) {
      const fuller = complete(new Map([...choice, [factor, level]]));
      if (fuller === undefined) continue;
      choice.set(factor, level);
      request = fuller;
      break;
    }
  }
  return request;
}

function newPairs(one: Chosen, choice: Choice, factors: readonly Factor[], covered: ReadonlySet<string>): number {
  const rank = factors.indexOf(one[0]);
  return [...choice].filter((other) => {
    const isBefore = factors.indexOf(other[0]) < rank;
    return !covered.has(isBefore ? pairKey(other, one) : pairKey(one, other));
  }).length;
}
