import type { JsonValue } from '../../specs/json.ts';
import type { Limits } from './modelSource.ts';

/** Limits as a model file states them, under our names. */
interface Stated {
  readonly enum?: JsonValue | undefined;
  readonly min?: JsonValue | undefined;
  readonly max?: JsonValue | undefined;
  readonly pattern?: JsonValue | undefined;
}

/** The limits of a shape, checked; a sentence where one of them is of a wrong kind. */
export function limitsOf(stated: Stated): Limits | string {
  const { min, max, pattern } = stated;
  const values = stated.enum;
  if (values !== undefined && !isListOfStrings(values)) return 'has an enum that is not a list of strings';
  if (min !== undefined && !Number.isFinite(min)) return 'has a least value that is not a number';
  if (max !== undefined && !Number.isFinite(max)) return 'has a greatest value that is not a number';
  if (pattern !== undefined && typeof pattern !== 'string') return 'has a pattern that is not a string';
  return {
    ...(values === undefined ? {} : { enum: values }),
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function isListOfStrings(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
