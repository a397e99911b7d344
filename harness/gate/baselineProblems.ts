import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { schemaProblems } from '../schemaProblems.ts';
import { baselineSchema } from './baselineSchema.ts';

/** Every problem of a parsed baseline file, each with its place; empty if it is valid. */
export function baselineProblems(value: JsonValue): readonly string[] {
  return [
    ...schemaProblems(baselineSchema, value, 'all').map((problem) => `${problem}.`),
    ...duplicateProblems(value, 'findings', ['target', 'finding']),
    ...duplicateProblems(value, 'cases', ['edition', 'basis', 'phase']),
  ];
}

function duplicateProblems(value: JsonValue, list: string, names: readonly string[]): readonly string[] {
  const items = isJsonObject(value) && Array.isArray(value[list]) ? value[list].filter(isJsonObject) : [];
  const keys = items.map((item) => names.map((name) => String(item[name])).join(' · '));
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...repeated].map((key) => `${list} contains ${key} twice.`);
}
