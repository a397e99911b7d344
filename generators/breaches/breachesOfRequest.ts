import type { ClauseId } from '../../specs/clause.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath } from '../../specs/member.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import type { Shape } from '../../specs/shape.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { breachesOfValue } from './breachesOfValue.ts';

/** Every model clause that a request breaks, each once, in model order. Members that the edition lacks are not looked at. */
export function breachesOfRequest({ edition }: GenerationScene, request: JsonObject): readonly ClauseId[] {
  return [...new Set(breachesBelow('', edition.input, request))];
}

function breachesBelow(path: MemberPath, shape: Shape, value: JsonValue): readonly ClauseId[] {
  return childrenOf(path, shape).flatMap((child) => {
    const values = valuesAt(value, child.path.slice(path.length));
    const missing = child.required && values.length === 0 ? [modelClauseId(child.path, 'required')] : [];
    return [...missing, ...values.flatMap((each) => breachesAt(child.path, child.shape, each))];
  });
}

function breachesAt(path: MemberPath, shape: Shape, value: JsonValue): readonly ClauseId[] {
  // What null means, and what a null structure lacks, nobody knows.
  if (value === poolPlaceholder || value === null) return [];
  return [...breachesOfValue(path, shape, value), ...breachesBelow(path, shape, value)];
}

function valuesAt(holder: JsonValue, step: string): readonly JsonValue[] {
  if (step === '[]') return Array.isArray(holder) ? holder : [];
  if (!isJsonObject(holder)) return [];
  if (step === '{key}') return Object.keys(holder);
  if (step === '{value}') return Object.values(holder);
  const value = holder[step.replace(/^\./, '')];
  return value === undefined ? [] : [value];
}
