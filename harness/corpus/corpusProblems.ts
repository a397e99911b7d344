import { phases, stepOperations } from '../../generators/cases/case.ts';
import { editionDates } from '../../specs/edition.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/** What keeps a value from being an entry of a corpus; none where it is one. */
export function corpusProblems(value: JsonValue): readonly string[] {
  if (!isJsonObject(value)) return ['it holds no JSON object'];
  if (value.format !== 'poolproof-corpus') return ['"format" is not "poolproof-corpus"'];
  if (value.version !== 1) return ['"version" is not 1, the only one that this poolproof knows'];
  const texts = ['finding', 'target', 'clause', 'member'].filter((key) => typeof value[key] !== 'string');
  const problems = texts.map((key) => `"${key}" is no text`);
  if (!isOneOf(phases, value.phase)) problems.push('"phase" is none of a run');
  if (!isOneOf(editionDates, value.edition)) problems.push('"edition" is none that is known');
  if (!isOneOf(['observed', 'documented'], value.basis)) problems.push('"basis" is neither observed nor documented');
  if (!isJsonObject(value.request)) problems.push('"request" is no JSON object');
  for (const key of ['prior', 'raw']) {
    if (value[key] !== undefined && !isJsonObject(value[key])) problems.push(`"${key}" is no JSON object`);
  }
  for (const key of ['update', 'mfa']) {
    const part = isJsonObject(value.prior) ? value.prior[key] : undefined;
    if (part !== undefined && !isJsonObject(part)) problems.push(`"prior.${key}" is no JSON object`);
  }
  for (const key of ['steps', 'parallel']) {
    if (value[key] !== undefined && !isSteps(value[key])) problems.push(`"${key}" is no list of steps`);
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
