import type { JsonValue } from '../../specs/json.ts';
import { schemaProblems } from '../schemaProblems.ts';
import schema from './corpus.schema.json' with { type: 'json' };

/** Every problem of a parsed corpus entry, each with its place, by the published schema; empty if it is valid. */
export function corpusProblems(value: JsonValue): readonly string[] {
  return schemaProblems(schema, value, 'all');
}
