import { stringOfLength } from '../../../generators/pattern/stringOfLength.ts';
import type { Condition } from '../../../specs/condition.ts';
import type { Contract } from '../../../specs/contract.ts';
import type { Member } from '../../../specs/member.ts';
import type { Shape } from '../../../specs/shape.ts';

/** Why a bound that is put elsewhere, or left out, makes no difference; undefined where it does. */
export function equivalentBound(
  contract: Contract,
  { path, shape }: Member,
  bound: 'min' | 'max',
  to: number | undefined,
): string | undefined {
  const onlyRegion = shape.type === 'string' ? equivalentRegion(contract, path) : undefined;
  if (onlyRegion !== undefined) return onlyRegion;
  if (shape.type === 'string' && bound === 'min') return equivalentLeast(shape, to);
  if (shape.type === 'list' && bound === 'max') return equivalentMost(contract, path, shape, to);
  return undefined;
}

type Sized<Type> = Extract<Shape, { readonly type: Type }>;

/** Where no Region but the pool's is taken, its length is nowhere near a bound. */
function equivalentRegion({ clauses }: Contract, path: string): string | undefined {
  const rule = clauses.find(
    ({ constraint }) =>
      constraint.kind === 'rule' &&
      constraint.outcome === 'rejected' &&
      constraint.breach.kind === 'elsewhere' &&
      constraint.breach.at === path,
  );
  return path.endsWith('Region') && rule ? `Any other Region breaks ${rule.id}, which has the same error.` : undefined;
}

/** The lengths on which old and new bound disagree are lengths that the pattern has no string of. */
function equivalentLeast({ min = 0, pattern }: Sized<'string'>, to = 0): string | undefined {
  if (pattern === undefined) return undefined;
  const [first, last] = to < min ? [to, min - 1] : [min, to - 1];
  const lengths = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return lengths.some((length) => stringOfLength(pattern, length) !== undefined)
    ? undefined
    : `No string of ${first === last ? first : `${first} to ${last}`} characters matches the pattern, so the answer is the same.`;
}

/** A list with more items than a member has values always repeats one, which a rule refuses with the same error. */
function equivalentMost(contract: Contract, path: string, shape: Sized<'list'>, to: number | undefined) {
  const { item, max } = shape;
  if (item.type !== 'structure' || max === undefined || (to !== undefined && to < max)) return undefined;
  const rule = contract.clauses.find(
    ({ constraint }) =>
      constraint.kind === 'rule' &&
      constraint.outcome === 'rejected' &&
      repeatedMembers(constraint.breach, path).some((name) => integerCount(item.members[name]) <= max),
  );
  return rule && `More than ${max} items always break ${rule.id}, which has the same error.`;
}

// Only a condition that holds by itself whenever the list repeats a member.
function repeatedMembers(condition: Condition, path: string): readonly string[] {
  switch (condition.kind) {
    case 'repeats':
      return condition.at === path ? [condition.member] : [];
    case 'any':
      return condition.of.flatMap((one) => repeatedMembers(one, path));
    case 'all':
    case 'not':
    case 'present':
    case 'is':
    case 'above':
    case 'holds':
    case 'exceeds':
    case 'differs':
    case 'matches':
    case 'elsewhere':
    case 'region':
      return [];
  }
}

/** How many values an integer has. */
function integerCount(shape: Shape | undefined): number {
  if (shape?.type !== 'integer' || shape.min === undefined || shape.max === undefined) return Number.POSITIVE_INFINITY;
  return shape.max - shape.min + 1;
}

/** Why a pattern may as well be left out; undefined where some string does not match. */
export function equivalentPattern(pattern: string): string | undefined {
  return pattern === '(?s).*' ? 'The pattern takes every string.' : undefined;
}

/**
 * Why it makes no difference what an item of a list may be; undefined where it does. A list that must not exceed another one
 * has no item that the other cannot have, and is refused for it with the same error.
 */
export function equivalentItem({ clauses }: Contract, path: string): string | undefined {
  const list = path.endsWith('[]') ? path.slice(0, -'[]'.length) : undefined;
  const rule = clauses.find(
    ({ constraint }) =>
      constraint.kind === 'rule' &&
      constraint.outcome === 'rejected' &&
      constraint.breach.kind === 'exceeds' &&
      constraint.breach.at === list,
  );
  return rule && `An item that is none of the words always breaks ${rule.id}, which has the same error.`;
}
