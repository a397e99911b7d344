import { matchesPattern } from './matchesPattern.ts';

/** Strings that another engine, or a class one character too wide, takes for a match of the pattern, by what was changed. */
export function nearlyMatching(pattern: string, value: string): Readonly<Record<string, string>> {
  const changed = Object.entries(nearlyLegal).flatMap(([name, { place, characters }]) => {
    const strings = characters.map((one) => value.replace(place, () => one));
    const broken = strings.find((string) => !matchesPattern(pattern, string));
    return broken === undefined ? [] : [[name, broken] as const];
  });
  const upper = value.toUpperCase();
  return Object.fromEntries(matchesPattern(pattern, upper) ? changed : [...changed, ['case', upper]]);
}

interface NearlyLegal {
  readonly place: RegExp;
  readonly characters: readonly string[];
}

const nearlyLegal: Readonly<Record<string, NearlyLegal>> = {
  letter: { place: /[A-Za-z](?=[^A-Za-z]*$)/, characters: ['é', 'ſ'] },
  digit: { place: /[0-9]/, characters: ['٣'] },
  blank: { place: /[A-Za-z](?=[^A-Za-z]*$)/, characters: [' ', '\u00A0'] },
  dot: { place: /[A-Za-z](?=[^A-Za-z]*$)/, characters: ['.'] },
  slash: { place: /[A-Za-z](?=[^A-Za-z]*$)/, characters: ['/'] },
  sign: { place: /[A-Za-z](?=[^A-Za-z]*$)/, characters: ['~', '$'] },
};
