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
  const wrong = typesShownWrong(contract.edition, shown, shown.fractions === undefined ? before : undefined);
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

/** The wrong types of a pool; of what is as it was before, none need be told again. */
function typesShownWrong(
  { input }: Edition,
  { members, fixed, fractions }: PoolState,
  before?: PoolState,
): readonly WrongType[] {
  const reader = new TypeReader(fractions);
  reader.members(input.members, members, '', before?.members);
  reader.members(fixedShapes, fixed, '', before?.fixed);
  return reader.wrong;
}

class TypeReader {
  readonly wrong: WrongType[] = [];
  /** The numbers of the pool that are written with a fraction. */
  private readonly fractions: PoolState['fractions'];

  constructor(fractions: PoolState['fractions']) {
    this.fractions = fractions;
  }

  members(shapes: StructureShape['members'], shown: JsonObject, path: MemberPath, known: JsonObject = {}): void {
    for (const name of Object.keys(shapes)) {
      const shape = shapes[name];
      const value = ownMember(shown, name) ?? null;
      // Most members of most pools are not there, or as they were.
      if (shape === undefined || value === null || value === ownMember(known, name)) continue;
      this.value(shape, value, path === '' ? name : `${path}.${name}`);
    }
  }

  private value(shape: Shape, value: JsonValue, path: MemberPath): void {
    const type = typeOfValue(value);
    if (type === jsonTypes[shape.type]) this.inside(shape, value, path);
    else this.wrong.push({ path, type, written: shownValue(value) });
  }

  private inside(shape: Shape, value: JsonValue, path: MemberPath): void {
    switch (shape.type) {
      case 'structure':
        if (isJsonObject(value)) this.members(shape.members, value, path);
        break;
      case 'list':
        if (Array.isArray(value)) this.items(value, shape.item, `${path}[]`);
        break;
      case 'map':
        if (isJsonObject(value)) this.items(Object.values(value), shape.value, `${path}{value}`);
        break;
      case 'integer': {
        const written = this.fractions?.get(path) ?? (Number.isInteger(value) ? undefined : shownValue(value));
        if (written !== undefined) this.wrong.push({ path, type: 'fraction', written });
        break;
      }
      case 'string':
      case 'boolean':
        break;
    }
  }

  // Items are alike: the first that is wrong stands for all of its list.
  private items(values: readonly JsonValue[], shape: Shape, path: MemberPath): void {
    const known = this.wrong.length;
    for (const value of values) {
      if (value !== null) this.value(shape, value, path);
      if (this.wrong.length > known) return;
    }
  }
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
