import { editionDates } from '../../../specs/edition.ts';
import { errorNamed } from '../../../specs/errors.ts';
import { givenValue } from '../../../specs/givenValue.ts';
import { dialects, readFault } from '../mock/faults.ts';
import type { CognitoOptions } from './cognitoOptions.ts';
import { type Check, checkValues, like, wordIn } from './optionChecks.ts';

const checks: { readonly [key in keyof Required<CognitoOptions>]: Check } = {
  edition: wordIn(editionDates),
  basis: wordIn(['observed', 'documented']),
  region: like(/^[a-z0-9-]{1,32}$/, 'a Region such as us-east-1'),
  account: like(/^\d{12}$/, 'twelve digits'),
  dialect: wordIn(Object.keys(dialects)),
  fault: faultProblem,
  operations: wordIn(['pools', 'all']),
};

/** Throws a TypeError that names every unknown option of the handlers and every wrong value, with near words. */
export function checkOptions(caller: string, options: unknown): void {
  checkValues(caller, options, checks);
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
