import { givenValue } from '../../specs/givenValue.ts';

/** The name that a function was given, as text. Throws a TypeError with an example where it is none. */
export function requireName(caller: string, what: string, value: unknown, example: string): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${caller}: the ${what} has to be text such as ${example}, not ${givenValue(value)}.`);
}
