import { givenValue } from '../../specs/givenValue.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';

/** The value as an object. Throws a TypeError that says what a function needs, where it is none. */
export function requireObject(caller: string, what: string, value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  const verb = what === 'options' ? 'have' : 'has';
  throw new TypeError(`${caller}: the ${what} ${verb} to be an object, not ${givenValue(value)}.`);
}
