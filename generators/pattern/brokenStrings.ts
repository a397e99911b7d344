import { memoizeByText } from '../../specs/memoize.ts';
import { strangeCharacters } from '../values/strangeTexts.ts';
import { codePointOf } from './characters.ts';
import { matchesPattern } from './matchesPattern.ts';
import { unitsOf } from './units.ts';

const control = '\u0007';
const lineEnd = '\n';
const foreignCharacters = [control, '\u200B', ' ', '!', 'é', lineEnd];

/** Strings of the same length as a matching one that do not match, by what was done; empty where all strings match. */
export function brokenStrings(pattern: string, value: string): Readonly<Record<string, string>> {
  const foreign = foreignTo(pattern);
  const whole = [...value];
  const last = whole.length - 1;
  const broken: readonly (readonly [string, string | undefined])[] = [
    ['part', firstBroken(pattern, positions(last), (at) => replacedAt(whole, at, 'a'))],
    ['start', firstBroken(pattern, foreign.toReversed(), (character) => replacedAt(whole, 0, character))],
    // The end of a line at the end of a string slips past patterns that are matched carelessly.
    ['end', firstBroken(pattern, foreign.toSorted(lineEndFirst), (character) => replacedAt(whole, last, character))],
  ];
  return Object.fromEntries(broken.flatMap(([name, string]) => (string === undefined ? [] : [[name, string]])));
}

/** The first string made of one of these that does not match: made one at a time, since long ones take long. */
function firstBroken<Part>(pattern: string, parts: readonly Part[], make: (part: Part) => string): string | undefined {
  for (const part of parts) {
    const string = make(part);
    if (!matchesPattern(pattern, string)) return string;
  }
  return undefined;
}

/** A matching string with one character replaced so that it no longer matches; undefined where nothing found does that. */
export function breakStringAt(pattern: string, value: string, at: number, turn: number): string | undefined {
  const whole = [...value];
  if (whole.length === 0) return undefined;
  const foreign = [...foreignTo(pattern), ...strangeCharacters];
  const turned = [...foreign.slice(turn % foreign.length), ...foreign.slice(0, turn % foreign.length)];
  const string = firstBroken(pattern, turned, (character) => replacedAt(whole, at % whole.length, character));
  return string ?? Object.values(brokenStrings(pattern, value))[0];
}

/** Sources differ on whether a dot takes the end of a line, so where there is a dot no line is ended. */
const foreignTo = memoizeByText((pattern): readonly string[] => {
  const hasDot = unitsOf(pattern, () => true).some(
    ({ set }) => set.has(codePointOf(control)) && !set.has(codePointOf(lineEnd)),
  );
  return hasDot ? foreignCharacters.filter((character) => character !== lineEnd) : foreignCharacters;
});

function lineEndFirst(left: string, right: string): number {
  return Number(right === lineEnd) - Number(left === lineEnd);
}

function positions(last: number): readonly number[] {
  return Array.from({ length: Math.min(last + 1, 64) }, (_, index) => index);
}

function replacedAt(whole: readonly string[], at: number, character: string): string {
  return whole.with(Math.max(at, 0), character).join('');
}
