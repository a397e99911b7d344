import { type Unit, unitsOf } from './units.ts';

/**
 * The plainest string of a pattern with an exact length in code points; undefined where the pattern has none. With a filler
 * the string is stretched with that character, and undefined also means that the pattern does not take it.
 */
export function stringOfLength(pattern: string, length: number, filler?: string): string | undefined {
  const plain = (unit: Unit) => unit.set.samples[0] ?? '';
  return spelled(pattern, length, filler, plain) ?? undefined;
}

/** A string of an exact length that goes through all characters we know of the pattern's widest part. */
export function stringAcross(pattern: string, length: number): string | undefined {
  return spelled(pattern, length, undefined, (unit, index) => unit.set.samples[index % unit.set.samples.length] ?? '');
}

type Choose = (unit: Unit, index: number) => string;

function spelled(pattern: string, length: number, filler: string | undefined, choose: Choose): string | undefined {
  for (const takesOptional of [false, true]) {
    const units = unitsOf(pattern, () => takesOptional);
    const spare = length - units.reduce((sum, { min }) => sum + min, 0);
    const stretched = spare === 0 && filler === undefined ? -1 : stretchable(units, filler);
    if (spare < 0 || (stretched === -1 && (spare > 0 || filler !== undefined))) continue;
    return units.map((unit, index) => written(unit, index === stretched ? spare : 0, index === stretched)).join('');
  }
  return undefined;

  function written(unit: Unit, extra: number, isStretched: boolean): string {
    const count = unit.min + extra;
    if (isStretched && filler !== undefined) return filler.repeat(count);
    return Array.from({ length: count }, (_, index) => choose(unit, index)).join('');
  }
}

function stretchable(units: readonly Unit[], filler: string | undefined): number {
  const takes = (unit: Unit) => unit.stretchy && (filler === undefined || unit.set.has(filler));
  return units.findLastIndex(takes);
}
