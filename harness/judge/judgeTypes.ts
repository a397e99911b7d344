import type { Contract } from '../../specs/contract.ts';
import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { Deviation } from '../record/record.ts';
import { wireDeviation } from './judgeWire.ts';
import { shownValue } from './shownValue.ts';

/**
 * Deviations of a shown pool from the types that the model gives to members. A type that was as wrong before the request is no
 * matter of the request. Null is taken for absent.
 */
export function shownTypeDeviations(contract: Contract, shown: PoolState, before?: PoolState): readonly Deviation[] {
  const wrong = typesShownWrong(contract.edition, shown);
  // Nearly every pool is in order: the one before it is looked at where it matters.
  if (wrong.length === 0) return [];
  const known = new Set(before && typesShownWrong(contract.edition, before).map(({ path, type }) => `${path} ${type}`));
  return wrong
    .filter(({ path, type }) => !known.has(`${path} ${type}`))
    .flatMap(({ path, type, written }) => {
      const actual = `${path} is shown as ${written}.`;
      const problem = { check: 'shown-type', kind: 'wrong-state', actual, answerClass: type } as const;
      return wireDeviation(contract, problem).map((deviation) => ({ ...deviation, member: path }));
    });
}

interface WrongType {
  readonly path: MemberPath;
  /** What it is shown as. */
  readonly type: string;
  /** The value as a report shows it. */
  readonly written: string;
}

const text: Shape = { type: 'string' };
const anyStructure: Shape = { type: 'structure', members: {}, required: [] };
const anyList = { type: 'list', item: anyStructure } as const;

/** What a pool shows besides the members of an update. */
const fixedShapes: Readonly<Record<string, Shape>> = {
  Arn: text,
  Domain: text,
  CustomDomain: text,
  SchemaAttributes: anyList,
  AliasAttributes: { type: 'list', item: text },
  UsernameAttributes: { type: 'list', item: text },
  UsernameConfiguration: anyStructure,
  EstimatedNumberOfUsers: { type: 'integer' },
  Status: text,
};

function typesShownWrong(
  { input }: Edition,
  { members, fixed, fractions = new Map() }: PoolState,
): readonly WrongType[] {
  return [
    ...wrongMembers(input.members, members, { path: '', fractions }),
    ...wrongMembers(fixedShapes, fixed, { path: '', fractions }),
  ];
}

/** Where a value stands in the pool, and the numbers of the pool that are written with a fraction. */
interface Place {
  readonly path: MemberPath;
  readonly fractions: NonNullable<PoolState['fractions']>;
}

function wrongMembers(shapes: StructureShape['members'], shown: JsonObject, place: Place): readonly WrongType[] {
  const { path } = place;
  return Object.entries(shapes).flatMap(([name, shape]) =>
    wrongTypesAt(shape, ownMember(shown, name), { ...place, path: path === '' ? name : `${path}.${name}` }),
  );
}

function wrongTypesAt(shape: Shape, value: JsonValue | undefined, place: Place): readonly WrongType[] {
  if (value === undefined || value === null) return [];
  const { path, fractions } = place;
  const type = typeOfValue(value);
  if (type !== jsonTypes[shape.type]) return [{ path, type, written: shownValue(value) }];
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? wrongMembers(shape.members, value, place) : [];
    case 'list':
      return firstWrong(Array.isArray(value) ? value : [], shape.item, { ...place, path: `${path}[]` });
    case 'map':
      return firstWrong(isJsonObject(value) ? Object.values(value) : [], shape.value, {
        ...place,
        path: `${path}{value}`,
      });
    case 'integer': {
      const written = fractions.get(path) ?? (Number.isInteger(value) ? undefined : shownValue(value));
      return written === undefined ? [] : [{ path, type: 'fraction', written }];
    }
    case 'string':
    case 'boolean':
      return [];
  }
}

// Items are alike: the first that is wrong stands for all of its list.
function firstWrong(values: readonly JsonValue[], shape: Shape, place: Place): readonly WrongType[] {
  return values.map((value) => wrongTypesAt(shape, value, place)).find((wrong) => wrong.length > 0) ?? [];
}

const jsonTypes: Readonly<Record<Shape['type'], string>> = {
  structure: 'object',
  map: 'object',
  list: 'list',
  string: 'string',
  integer: 'number',
  boolean: 'boolean',
};

function typeOfValue(value: JsonValue): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
