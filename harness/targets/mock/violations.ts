import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
import type { ListShape, MapShape, Shape, StructureShape } from '../../../specs/shape.ts';
import { codePoints } from '../../oracle/breaches.ts';
import { matchesWhole } from '../../oracle/matchesWhole.ts';
import { memberName, printValue } from './printValue.ts';

/** Every model constraint that a request breaks, each as the clause that the service prints for it. */
export function violations(shape: StructureShape, request: JsonObject): readonly string[] {
  return structureViolations(undefined, shape, request);
}

/** The message that joins them: `2 validation errors detected: …; …`. */
export function joinViolations(clauses: readonly string[]): string {
  return `${clauses.length} validation error${clauses.length === 1 ? '' : 's'} detected: ${clauses.join('; ')}`;
}

/** The printed names of the way to a value, the last one first: most ways are gone and never printed. */
type Path = { readonly name: string; readonly above: Path } | undefined;

function valueViolations(path: Path, name: string, shape: Shape, value: JsonValue): readonly string[] {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? structureViolations(path, shape, value) : [];
    case 'list':
      return Array.isArray(value) ? listViolations(path, name, shape, value) : [];
    case 'map':
      return isJsonObject(value) ? mapViolations(path, name, shape, value) : [];
    case 'string':
    case 'integer':
      return brokenConstraints(shape, value).map((constraint) =>
        violationSentence(path, name, shape, value, constraint),
      );
    case 'boolean':
      return [];
  }
}

function structureViolations(path: Path, shape: StructureShape, value: JsonObject): readonly string[] {
  const broken: string[] = [];
  for (const [name, child] of membersOfShape(shape)) {
    const isSent = Object.hasOwn(value, name);
    if (!isSent && !shape.required.includes(name)) continue;
    const at = { name: memberName(name), above: path };
    if (isSent) for (const one of valueViolations(at, name, child, value[name] ?? null)) broken.push(one);
    else broken.push(violationSentence(at, name, child, undefined, 'Member must not be null'));
  }
  return broken;
}

const membersOfShape = memoizeByObject(({ members }: StructureShape) => Object.entries(members));

function listViolations(path: Path, name: string, shape: ListShape, value: readonly JsonValue[]): readonly string[] {
  const own = brokenConstraints(shape, value);
  const { item } = shape;
  if (item.type !== 'string' && item.type !== 'integer') {
    const below = value.flatMap((child, index) => valueViolations(memberAt(path, `${index + 1}`), name, item, child));
    return [...own.map((constraint) => violationSentence(path, name, shape, value, constraint)), ...below];
  }
  // A scalar item is reported with the whole list, and with every constraint of the item, kept ones too.
  const items = value.some((child) => brokenConstraints(item, child).length > 0)
    ? [`Member must satisfy constraint: [${constraintTexts(item).join(', ')}]`]
    : [];
  return [...own, ...items].map((constraint) => violationSentence(path, name, shape, value, constraint));
}

function mapViolations(path: Path, name: string, shape: MapShape, value: JsonObject): readonly string[] {
  const { key, value: item } = shape;
  const broken: string[] = [];
  if (Object.keys(value).some((one) => brokenConstraints(key, one).length > 0)) {
    broken.push(`Map keys must satisfy constraint: [${constraintTexts(key).join(', ')}]`);
  }
  if (item.type === 'string' && Object.values(value).some((one) => brokenConstraints(item, one).length > 0)) {
    broken.push(`Map value must satisfy constraint: [${constraintTexts(item).join(', ')}]`);
  }
  const below =
    item.type === 'string'
      ? []
      : Object.entries(value).flatMap(([one, child]) => valueViolations(memberAt(path, one), name, item, child));
  return [...broken.map((constraint) => violationSentence(path, name, shape, value, constraint)), ...below];
}

function memberAt(above: Path, key: string): Path {
  return { name: 'member', above: { name: key, above } };
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
  const broken = demandsOf(shape).filter(({ isKept }) => !isKept(value));
  return broken.length === 0 ? none : broken.map(({ text }) => text);
}

const none: readonly string[] = [];

function constraintTexts(shape: Limited): readonly string[] {
  return demandsOf(shape).map(({ text }) => text);
}

const demandsOf = memoizeByObject(compileDemands);

function compileDemands({ type, min, max, pattern, enum: values }: Limited): readonly Demand[] {
  const counted = `Member must have ${type === 'integer' ? 'value' : 'length'}`;
  const demands: Demand[] = [];
  if (max !== undefined) {
    demands.push({ text: `${counted} less than or equal to ${max}`, isKept: (value) => measureOf(value) <= max });
  }
  if (min !== undefined) {
    demands.push({ text: `${counted} greater than or equal to ${min}`, isKept: (value) => measureOf(value) >= min });
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

function measureOf(value: JsonValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return codePoints(value);
  return Array.isArray(value) ? value.length : 0;
}

// The order in which the service prints its sets is unknown; this is the only order seen to differ from the model's.
function printedOrder(values: readonly string[]): readonly string[] {
  return values.join() === 'OFF,ON,OPTIONAL' ? ['OPTIONAL', 'OFF', 'ON'] : values;
}

function violationSentence(
  path: Path,
  name: string,
  shape: Shape,
  value: JsonValue | undefined,
  constraint: string,
): string {
  const printed = value === undefined ? 'null' : `'${printValue(name, shape, value)}'`;
  return `Value ${printed} at '${printedPath(path)}' failed to satisfy constraint: ${constraint}`;
}

function printedPath(path: Path): string {
  if (path === undefined) return '';
  return path.above === undefined ? path.name : `${printedPath(path.above)}.${path.name}`;
}
