import { matchesPattern } from './matchesPattern.ts';

const foreign = ['\u0007', '\u200B', ' ', '!', 'é', '\n'];

/** Strings of the same length as a matching one that do not match, by what was done; empty where all strings match. */
export function brokenStrings(pattern: string, value: string): Readonly<Record<string, string>> {
  const last = [...value].length - 1;
  const candidates: readonly (readonly [string, readonly string[]])[] = [
    ['part', positions(last).map((at) => replacedAt(value, at, 'a'))],
    [
      'start',
      foreign
        .slice(0, -1)
        .map((character) => replacedAt(value, 0, character))
        .reverse(),
    ],
    ['end', [replacedAt(value, last, '\n'), ...foreign.map((character) => replacedAt(value, last, character))]],
  ];
  return Object.fromEntries(
    candidates.flatMap(([name, strings]) => {
      const broken = strings.find((string) => isBroken(pattern, string));
      return broken === undefined ? [] : [[name, broken]];
    }),
  );
}

/** A matching string with one character replaced so that it no longer matches; undefined where nothing found does that. */
export function brokenAt(pattern: string, value: string, at: number, turn: number): string | undefined {
  const length = [...value].length;
  if (length === 0) return undefined;
  const tried = foreign.map((_, index) => foreign[(index + turn) % foreign.length] ?? '');
  const string = tried
    .map((character) => replacedAt(value, at % length, character))
    .find((candidate) => isBroken(pattern, candidate));
  return string ?? Object.values(brokenStrings(pattern, value))[0];
}

function positions(last: number): readonly number[] {
  return Array.from({ length: Math.min(last + 1, 64) }, (_, index) => index);
}

function replacedAt(value: string, at: number, character: string): string {
  return [...value].with(Math.max(at, 0), character).join('');
}

// Sources differ on whether a dot takes the end of a line, so a string is broken only if it is so under both readings.
function isBroken(pattern: string, value: string): boolean {
  return !matchesPattern(pattern, value) && !matchesPattern(`(?s)${pattern}`, value);
}
