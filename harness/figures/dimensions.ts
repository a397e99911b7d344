import type { Clause } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import { type Member, type MemberPath, membersOf, topLevelOf } from '../../specs/member.ts';
import { deleteOperation } from '../../specs/operation.ts';
import type { StructureShape } from '../../specs/shape.ts';
import type { RecordHeader } from '../record/record.ts';

/** Everything that the contract gives a run to try, with the indexes that exploration needs. */
export interface Dimensions {
  readonly members: readonly MemberPath[];
  /** Clauses with a constraint that a request can keep. */
  readonly kept: readonly string[];
  /** Those of them that a request can break. */
  readonly broken: readonly string[];
  readonly bounds: readonly string[];
  readonly pairs: readonly string[];
  readonly present: readonly MemberPath[];
  readonly absent: readonly MemberPath[];
  readonly states: readonly string[];
  readonly input: StructureShape;
  /** Clauses that any value of a member keeps which does not break them. */
  readonly clausesAt: ReadonlyMap<MemberPath, readonly string[]>;
  /** Clauses that a value keeps by standing at the bound. */
  readonly boundsAt: ReadonlyMap<MemberPath, readonly { readonly id: string; readonly bound: number }[]>;
  readonly enumerated: readonly EnumeratedMember[];
}

/** A member that has one of a few words. */
interface EnumeratedMember {
  readonly path: MemberPath;
  /** The first step of the path. */
  readonly top: string;
  /** The steps of the path. */
  readonly names: readonly string[];
  readonly values: readonly string[];
}

/** Everything to try of the operation in a run's edition and basis. */
export function dimensionsOf({ edition, basis }: Pick<RecordHeader, 'edition' | 'basis'>): Dimensions {
  const key = `${edition} ${basis}`;
  const made = cache.get(key) ?? makeDimensions(edition, basis);
  cache.set(key, made);
  return made;
}

const cache = new Map<string, Dimensions>();

function makeDimensions(date: RecordHeader['edition'], basis: RecordHeader['basis']): Dimensions {
  const { edition, clauses } = contractOf(date, basis);
  const members = membersOf(edition.input);
  const constraints = clauses.filter(isConstraint);
  const tops = Object.keys(edition.input.members).filter((name) => name !== 'UserPoolId');
  const parts = members.filter(({ shape }) => isContainer(shape.type)).map(({ path }) => path);
  const enumerated = members.flatMap(({ path, shape }) =>
    shape.type === 'string' && shape.enum !== undefined && !/[[{]/.test(path)
      ? [{ path, top: topLevelOf(path), names: path.split('.'), values: shape.enum }]
      : [],
  );
  return {
    members: members.map(({ path }) => path),
    kept: constraints.map(({ id }) => id),
    broken: constraints.filter(canBeBroken).map(({ id }) => id),
    bounds: members.flatMap(boundItems),
    pairs: tops.flatMap((name, index) => tops.slice(index + 1).map((other) => `${name} and ${other}`)),
    present: parts,
    absent: members
      .filter(({ path, required }) => parts.includes(path) && !required && !/\]$|\}$/.test(path))
      .map(({ path }) => path),
    states: [
      ...enumerated.flatMap(({ path, values }) => values.map((value) => `${path} ${value}`)),
      ...tops.filter((name) => !enumerated.some(({ path }) => path === name)).map((name) => `${name} set`),
      ...['SetUserPoolMfaConfig', 'TagResource', 'UntagResource', deleteOperation].map((name) => `after ${name}`),
    ],
    input: edition.input,
    clausesAt: clausesByMember(constraints),
    boundsAt: Map.groupBy(constraints.flatMap(boundClause), ({ member }) => member),
    enumerated,
  };
}

function isConstraint({ constraint }: Clause): boolean {
  switch (constraint.kind) {
    case 'state':
    case 'wire':
      return false;
    case 'rule':
      return constraint.outcome === 'rejected';
    case 'type':
    case 'required':
    case 'enum':
    case 'min':
    case 'max':
    case 'pattern':
      return true;
  }
}

// Every string matches this one.
function canBeBroken({ constraint }: Clause): boolean {
  return constraint.kind !== 'pattern' || constraint.pattern !== '(?s).*';
}

function isContainer(type: Member['shape']['type']): boolean {
  return type === 'structure' || type === 'list' || type === 'map';
}

function boundItems({ path, shape }: Member): readonly string[] {
  const { min, max } = { min: undefined, max: undefined, ...shape };
  const under = shape.type === 'integer' ? min !== undefined : min !== undefined && min > 0;
  return [
    ...(min === undefined ? [] : [`${path} min at`]),
    ...(under ? [`${path} min under`] : []),
    ...(max === undefined ? [] : [`${path} max at`, `${path} max over`]),
  ];
}

function boundClause({ id, member, constraint }: Clause) {
  return constraint.kind === 'min' || constraint.kind === 'max' ? [{ id, member, bound: constraint.bound }] : [];
}

// A bound is kept at the bound, and a rule by a case about it; the others by any value that they do not forbid.
function clausesByMember(constraints: readonly Clause[]): ReadonlyMap<MemberPath, readonly string[]> {
  const plain = constraints.filter(({ constraint: { kind } }) => kind !== 'rule' && kind !== 'min' && kind !== 'max');
  const groups = Map.groupBy(plain, ({ member }) => member);
  return new Map([...groups].map(([member, all]) => [member, all.map(({ id }) => id)]));
}
