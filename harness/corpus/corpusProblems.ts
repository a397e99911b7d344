import { phases, stepOperations } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/** Every problem of a parsed corpus entry; empty if it is valid. */
export function corpusProblems(value: JsonValue): readonly string[] {
  if (!isJsonObject(value)) return ['it does not contain a JSON object'];
  if (value.format !== 'poolproof-corpus') return ['"format" is not "poolproof-corpus"'];
  if (value.version !== 1) return ['"version" is not 1, the only supported one'];
  const texts = ['finding', 'target', 'clause', 'member'].filter((key) => typeof value[key] !== 'string');
  const problems = texts.map((key) => `"${key}" is not a string`);
  if (!isOneOf(phases, value.phase)) problems.push('"phase" is not a known phase');
  if (!isOneOf(editionDates, value.edition)) problems.push('"edition" is not a known edition');
  if (!isOneOf(['observed', 'documented'], value.basis)) problems.push('"basis" is neither observed nor documented');
  if (!isJsonObject(value.request)) problems.push('"request" is not a JSON object');
  for (const key of ['prior', 'raw']) {
    if (value[key] !== undefined && !isJsonObject(value[key])) problems.push(`"${key}" is not a JSON object`);
  }
  for (const key of ['update', 'mfa']) {
    const part = isJsonObject(value.prior) ? value.prior[key] : undefined;
    if (part !== undefined && !isJsonObject(part)) problems.push(`"prior.${key}" is not a JSON object`);
  }
  for (const key of ['steps', 'parallel']) {
    if (value[key] !== undefined && !isSteps(value[key])) problems.push(`"${key}" is not a list of steps`);
  }
  return problems;
}

function isOneOf(words: readonly string[], value: JsonValue | undefined): boolean {
  return typeof value === 'string' && words.includes(value);
}

function isSteps(value: JsonValue): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isStep);
}

function isStep(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    isOneOf(stepOperations, value.operation) &&
    (value.pool === 1 || value.pool === 2) &&
    isJsonObject(value.body)
  );
}
