import { asSentence } from '../../../specs/asSentence.ts';
import { givenValue } from '../../../specs/givenValue.ts';
import { didYouMean } from '../../../specs/nearest.ts';

/** A check of an option: what is wrong with the value, as the end of a sentence that begins with the option's name. */
export type Check = (value: unknown) => string | undefined;

/** A check for each option that a function takes. */
export type Checks = Readonly<Record<string, Check>>;

/** Throws a TypeError that names every unknown option and every wrong value, with near words. */
export function checkValues(caller: string, options: unknown, checks: Checks): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options have to be an object, not ${givenValue(options)}.`);
  }
  const problems = Object.entries(options).flatMap(([key, value]) => optionProblem(key, value, checks) ?? []);
  if (problems.length > 0) throw new TypeError(`${caller}: ${problems.join(' ')}`);
}

function optionProblem(key: string, value: unknown, checks: Checks): string | undefined {
  const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
  if (check === undefined) return `"${key}" is not an option.${didYouMean(key, Object.keys(checks))}`;
  const problem = value === undefined ? undefined : check(value);
  return problem === undefined ? undefined : asSentence(`${key} ${problem}`);
}

/** One of these words. */
export function wordIn(words: readonly string[]): Check {
  return (value) => {
    if (words.some((word) => word === value)) return undefined;
    const near = typeof value === 'string' ? didYouMean(value, words) : '';
    return `has to be one of ${words.join(', ')}, not ${givenValue(value)}.${near}`;
  };
}

/** A list of some of these words. */
export function wordsIn(words: readonly string[]): Check {
  return (value) => {
    if (!Array.isArray(value)) return `has to be a list of ${words.join(', ')}, not ${givenValue(value)}`;
    const unknown = value.find((each) => !words.includes(each));
    if (value.length === 0 || unknown === undefined) return undefined;
    const near = typeof unknown === 'string' ? didYouMean(unknown, words) : '';
    return `knows ${words.join(', ')}, not ${givenValue(unknown)}.${near}`;
  };
}

/** Text that matches a pattern. */
export function like(pattern: RegExp, what: string): Check {
  return (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `has to be ${what}, not ${givenValue(value)}`;
}

/** A whole number of at least this much. */
export function wholeFrom(least: number): Check {
  return (value) =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? undefined
      : `has to be a whole number from ${least}, not ${givenValue(value)}`;
}

/** A function. */
export function callable(value: unknown): string | undefined {
  return typeof value === 'function' ? undefined : `has to be a function, not ${givenValue(value)}`;
}
