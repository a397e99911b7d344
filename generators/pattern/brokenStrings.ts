import { strangeCharacters } from '../values/strange.ts';
import { matchesPattern } from './matchesPattern.ts';
import { unitsOf } from './units.ts';

const control = '\u0007';
const lineEnd = '\n';
const strangers = [control, '\u200B', ' ', '!', 'é', lineEnd];

/** Strings of the same length as a matching one that do not match, by what was done; empty where all strings match. */
export function brokenStrings(pattern: string, value: string): Readonly<Record<string, string>> {
  const foreign = foreignTo(pattern);
  const last = [...value].length - 1;
  const candidates: readonly (readonly [string, readonly string[]])[] = [
    ['part', positions(last).map((at) => replacedAt(value, at, 'a'))],
    ['start', foreign.toReversed().map((character) => replacedAt(value, 0, character))],
    // The end of a line at the end of a string slips past patterns that are matched carelessly.
    ['end', foreign.toSorted(lineEndFirst).map((character) => replacedAt(value, last, character))],
  ];
  return Object.fromEntries(
    candidates.flatMap(([name, strings]) => {
      const broken = strings.find((string) => !matchesPattern(pattern, string));
      return broken === undefined ? [] : [[name, broken]];
    }),
  );
}

/** A matching string with one character replaced so that it no longer matches; undefined where nothing found does that. */
export function brokenAt(pattern: string, value: string, at: number, turn: number): string | undefined {
  const length = [...value].length;
  if (length === 0) return undefined;
  const foreign = [...foreignTo(pattern), ...strangeCharacters];
  const string = foreign
    .map((_, index) => replacedAt(value, at % length, foreign[(index + turn) % foreign.length] ?? control))
    .find((candidate) => !matchesPattern(pattern, candidate));
  return string ?? Object.values(brokenStrings(pattern, value))[0];
}

/** Sources differ on whether a dot takes the end of a line, so where there is a dot no line is ended. */
function foreignTo(pattern: string): readonly string[] {
  const hasDot = unitsOf(pattern, () => true).some(({ set }) => set.has(control) && !set.has(lineEnd));
  return hasDot ? strangers.filter((character) => character !== lineEnd) : strangers;
}

function lineEndFirst(left: string, right: string): number {
  return Number(right === lineEnd) - Number(left === lineEnd);
}

function positions(last: number): readonly number[] {
  return Array.from({ length: Math.min(last + 1, 64) }, (_, index) => index);
}

function replacedAt(value: string, at: number, character: string): string {
  return [...value].with(Math.max(at, 0), character).join('');
}
