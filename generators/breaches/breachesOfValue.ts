import type { ClauseId } from '../../specs/clause.ts';
import type { JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import type { Shape, StringShape } from '../../specs/shape.ts';
import { matchesPattern } from '../pattern/matchesPattern.ts';

type Kind = 'type' | 'required' | 'enum' | 'min' | 'max' | 'pattern';

/** The model clauses that one value breaks at its own member: all of them, since some cannot be broken separately. */
export function breachesOfValue(path: MemberPath, shape: Shape, value: JsonValue): readonly ClauseId[] {
  // What null means is a clause of its own, or nobody knows.
  if (value === null) return [];
  if (!hasType(shape, value)) return [modelClauseId(path, 'type')];
  const kinds: readonly (Kind | false)[] = [
    isBelowMinimum(shape, value) && 'min',
    isAboveMaximum(shape, value) && 'max',
    shape.type === 'string' && outsideEnum(shape, value) && 'enum',
    shape.type === 'string' && outsidePattern(shape, value) && 'pattern',
    shape.type === 'integer' && !fitsInteger(value) && 'type',
  ];
  return kinds.filter((kind) => kind !== false).map((kind) => modelClauseId(path, kind));
}

function hasType(shape: Shape, value: JsonValue): boolean {
  switch (shape.type) {
    case 'structure':
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'list':
      return Array.isArray(value);
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
  }
}

// An integer of the model has 32 bits: what does not fit has the wrong type as well, and may be refused for that.
function fitsInteger(value: JsonValue): boolean {
  return typeof value === 'number' && value >= -(2 ** 31) && value < 2 ** 31;
}

// A text has at most as many code points as units and at least half as many: counting them is rarely needed.
function isBelowMinimum(shape: Shape, value: JsonValue): boolean {
  if (!('min' in shape) || shape.min === undefined) return false;
  if (typeof value === 'string' && value.length >= 2 * shape.min) return false;
  return sizeOf(value) < shape.min;
}

function isAboveMaximum(shape: Shape, value: JsonValue): boolean {
  if (!('max' in shape) || shape.max === undefined) return false;
  if (typeof value === 'string' && value.length <= shape.max) return false;
  if (typeof value === 'string' && value.length > 2 * shape.max) return true;
  return sizeOf(value) > shape.max;
}

function sizeOf(value: JsonValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return codePoints(value);
  return Array.isArray(value) ? value.length : 0;
}

/** The length of a string as the contract counts it. */
export function codePoints(text: string): number {
  let count = text.length;
  // Most texts have no surrogates, and a search for one is quick.
  if (!/[\uDC00-\uDFFF]/.test(text)) return count;
  // A pair of surrogates is one code point; going by units is many times as quick as going by characters.
  for (let at = 1; at < text.length; at += 1) {
    if (isBetween(text.charCodeAt(at), 0xdc00, 0xdfff) && isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff))
      count -= 1;
  }
  return count;
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}

function outsideEnum(shape: StringShape, value: JsonValue): boolean {
  return shape.enum !== undefined && typeof value === 'string' && !shape.enum.includes(value);
}

function outsidePattern({ pattern }: StringShape, value: JsonValue): boolean {
  return pattern !== undefined && typeof value === 'string' && !matchesPattern(pattern, value);
}
