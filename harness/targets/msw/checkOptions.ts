import { editionDates } from '../../../specs/edition.ts';
import { errorNamed } from '../../../specs/errors.ts';
import { didYouMean } from '../../../specs/nearest.ts';
import { dialects, readFault } from '../mock/faults.ts';
import type { CognitoOptions } from './cognitoOptions.ts';

/** A check of an option: what is wrong with the value, as the end of a sentence that begins with the option's name. */
type Check = (value: unknown) => string | undefined;

const checks: { readonly [key in keyof Required<CognitoOptions>]: Check } = {
  edition: wordIn(editionDates),
  basis: wordIn(['observed', 'documented']),
  region: like(/^[a-z0-9-]{1,32}$/, 'a Region such as us-east-1'),
  account: like(/^\d{12}$/, 'twelve digits'),
  dialect: wordIn(Object.keys(dialects)),
  fault: faultProblem,
  operations: wordIn(['pools', 'all']),
};

/** Throws a TypeError that names every unknown option and every wrong value, with near words. */
export function checkOptions(caller: string, options: unknown): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options have to be an object, not ${givenValue(options)}.`);
  }
  const problems = Object.entries(options).flatMap(([key, value]) => optionProblem(key, value) ?? []);
  if (problems.length > 0) throw new TypeError(`${caller}: ${problems.join(' ')}`);
}

function optionProblem(key: string, value: unknown): string | undefined {
  const known = Object.entries(checks).find(([name]) => name === key);
  if (known === undefined) return `"${key}" is not an option.${didYouMean(key, Object.keys(checks))}`;
  const problem = value === undefined ? undefined : known[1](value);
  return problem === undefined ? undefined : `${key} ${problem}${/[.?]$/.test(problem) ? '' : '.'}`;
}

function wordIn(words: readonly string[]): Check {
  return (value) => {
    if (words.some((word) => word === value)) return undefined;
    const near = typeof value === 'string' ? didYouMean(value, words) : '';
    return `has to be one of ${words.join(', ')}, not ${givenValue(value)}.${near}`;
  };
}

function like(pattern: RegExp, what: string): Check {
  return (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : `has to be ${what}, not ${givenValue(value)}`;
}

function faultProblem(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const read = readFault(value);
    return 'problem' in read ? read.problem : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return `has to be text such as 483:once or { error, times, delay }, not ${givenValue(value)}`;
  }
  const { error, times, delay }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof error !== 'string' || errorNamed(error) === undefined) return `knows no error ${givenValue(error)}`;
  const isShare = typeof times === 'number' && times > 0 && times <= 1;
  if (times !== 'once' && times !== 'always' && !isShare) {
    return `has to have times of once, always or a share up to 1, not ${givenValue(times)}`;
  }
  return typeof delay === 'number' && delay >= 0
    ? undefined
    : `has to have a delay in milliseconds, not ${givenValue(delay)}`;
}

function givenValue(value: unknown): string {
  return typeof value === 'function' || value === undefined ? String(value) : JSON.stringify(value);
}
