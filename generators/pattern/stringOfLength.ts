import { codePointOf } from './characters.ts';
import { type Unit, unitsOf } from './units.ts';

/**
 * The plainest string of a pattern with an exact length in code points; undefined where the pattern has none. With a filler
 * the string is stretched with that character, and undefined also means that the pattern does not take it.
 */
export function stringOfLength(pattern: string, length: number, filler?: string): string | undefined {
  return (
    stretchUnits(
      unitsOf(pattern, () => false),
      length,
      filler,
    ) ??
    stretchUnits(
      unitsOf(pattern, () => true),
      length,
      filler,
    )
  );
}

function stretchUnits(units: readonly Unit[], length: number, filler: string | undefined): string | undefined {
  const spare = length - units.reduce((sum, { min }) => sum + min, 0);
  const isExact = spare === 0 && filler === undefined;
  const stretched = isExact ? -1 : units.findLastIndex((unit) => takes(unit, filler));
  if (spare < 0 || (stretched === -1 && !isExact)) return undefined;
  return units
    .map(({ set, min }, index) => {
      const plain = set.samples[0] ?? '';
      return index === stretched ? (filler ?? plain).repeat(min + spare) : plain.repeat(min);
    })
    .join('');
}

function takes({ set, stretchy }: Unit, filler: string | undefined): boolean {
  return stretchy && (filler === undefined || set.has(codePointOf(filler)));
}
