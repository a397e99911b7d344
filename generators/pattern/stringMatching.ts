import fc from 'fast-check';
import type { CharacterSet } from './characters.ts';
import { stringOfLength } from './stringOfLength.ts';
import { type Unit, unitsOf } from './units.ts';

/** Fewest and most code points. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Strings that match a pattern as a whole, within the lengths; undefined where the pattern has none of them. */
export function stringMatching(pattern: string, lengths: Lengths): fc.Arbitrary<string> | undefined {
  const shortest = nextPossible(pattern, lengths.min, lengths.max);
  if (shortest === undefined) return undefined;
  return fc
    .tuple(lengthWithin({ min: shortest, max: lengths.max }), fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 24 }))
    .map(([length, picks]) => buildString(pattern, nextPossible(pattern, length, lengths.max) ?? shortest, picks));
}

/** Mostly short, now and then the longest or the shortest. */
export function lengthWithin({ min, max }: Lengths): fc.Arbitrary<number> {
  const usual = fc.integer({ min, max: Math.min(max, min + 48) });
  const edge = fc.constantFrom(min, Math.min(max, min + 2048));
  return fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: edge });
}

function nextPossible(pattern: string, from: number, to: number): number | undefined {
  // No pattern has a gap wider than its own text.
  for (let length = from; length <= Math.min(to, from + pattern.length); length += 1) {
    if (stringOfLength(pattern, length) !== undefined) return length;
  }
  return undefined;
}

/** Shrinking the picks leads to the first characters of each set, and to the optional parts left out. */
function buildString(pattern: string, length: number, picks: readonly number[]): string {
  let drawn = 0;
  const pick = (below: number) => (picks[drawn++ % picks.length] ?? 0) % below;
  const some = ({ samples }: CharacterSet, count: number) => {
    let text = '';
    for (let index = 0; index < count; index += 1) text += samples[pick(samples.length)] ?? '';
    return text;
  };
  // The picks come round again, and with them what they pick.
  const many = (set: CharacterSet, count: number) => {
    const round = some(set, Math.min(count, picks.length));
    const turns = Math.floor(count / picks.length);
    return turns < 1 ? round : `${round.repeat(turns)}${some(set, count % picks.length)}`;
  };
  const units = fitting(pattern, length, () => pick(3) === 1);
  if (units === undefined) return stringOfLength(pattern, length) ?? '';
  return shares(units, length, pick)
    .map(({ set, count }) => many(set, count))
    .join('');
}

function fitting(pattern: string, length: number, takes: () => boolean): readonly Unit[] | undefined {
  return [unitsOf(pattern, takes), unitsOf(pattern, () => false)].find((units) => {
    const shortest = shortestOf(units);
    return shortest === length || (shortest < length && units.some(({ stretchy }) => stretchy));
  });
}

function shares(units: readonly Unit[], length: number, pick: (below: number) => number) {
  let spare = length - shortestOf(units);
  const last = units.findLastIndex(({ stretchy }) => stretchy);
  return units.map(({ set, min, stretchy }, index) => {
    const extra = !stretchy ? 0 : index === last ? spare : pick(spare + 1);
    spare -= extra;
    return { set, count: min + extra };
  });
}

function shortestOf(units: readonly Unit[]): number {
  return units.reduce((sum, { min }) => sum + min, 0);
}
