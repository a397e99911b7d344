import type { JsonValue } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { type JsonSchema, schemaChecker } from '../schemaChecker.ts';
import schema from './corpus.schema.json' with { type: 'json' };

const checkerOf = memoizeByObject((published: JsonSchema) => schemaChecker(published, 'all'));

/** Every problem of a parsed corpus entry, each with its place, by the published schema; empty if it is valid. */
export function corpusProblems(value: JsonValue): readonly string[] {
  return checkerOf(schema)(value);
}
