import type { ClauseId } from '../../specs/clause.ts';
import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { kebabPath, type MemberPath } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { IntegerShape, ListShape, MapShape, Shape, StringShape, StructureShape } from '../../specs/shape.ts';
import { matchesInAnyUnicode } from './matchesInAnyUnicode.ts';

/** One model clause that a request breaks. */
export interface Breach {
  readonly clause: ClauseId;
  readonly member: MemberPath;
}

/** What a request says when it is read by the model alone. */
export interface Reading {
  readonly breaches: readonly Breach[];
  /** Places on which no source says how the service takes them: null, unknown members, fractions and the like. */
  readonly unsettled: readonly string[];
}

/** How the place of a member that the contract does not have ends. */
export const notAMember = ' is not a member';

/** The model clauses that a request breaks, each once. */
export function breachesOf(edition: Edition, body: JsonObject): readonly Breach[] {
  return readRequest(edition, body).breaches;
}

/** Reads a request by the model: what it breaks, and where the model says nothing. */
export function readRequest(edition: Edition, body: JsonObject): Reading {
  return readingsIn(edition)(body);
}

// A case is read for what is expected of it, and again to see that it breaks what it is meant to.
const readingsIn = memoizeByObject(({ input }: Edition) =>
  memoizeByObject((body: JsonObject): Reading => {
    const reader = new RequestReader();
    reader.structure(rootOf(input), input, body);
    return { breaches: [...reader.breaches.values()], unsettled: reader.unsettled };
  }),
);

/** A shape where it stands, with the places below it: found once, for every case walks through them. */
interface Place {
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly below: Map<string, Place>;
}

const rootOf = memoizeByObject((shape: StructureShape): Place => ({ path: '', shape, below: new Map() }));

function childPlace({ path, below }: Place, step: string, shape: Shape): Place {
  const known = below.get(step);
  if (known !== undefined) return known;
  const place = { path: path === '' ? step : `${path}${step}`, shape, below: new Map() };
  below.set(step, place);
  return place;
}

class RequestReader {
  readonly breaches = new Map<ClauseId, Breach>();
  readonly unsettled: string[] = [];

  value(place: Place, value: JsonValue): void {
    const { path, shape } = place;
    if (value === null) {
      this.unsettled.push(`${path} is null`);
      return;
    }
    switch (shape.type) {
      case 'structure':
        if (isJsonObject(value)) this.structure(place, shape, value);
        else this.breach(path, 'type');
        break;
      case 'map':
        if (isJsonObject(value)) this.map(place, shape, value);
        else this.breach(path, 'type');
        break;
      case 'list':
        if (Array.isArray(value)) this.list(place, shape, value);
        else this.breach(path, 'type');
        break;
      case 'string':
        if (typeof value === 'string') this.string(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'integer':
        if (typeof value === 'number') this.integer(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'boolean':
        if (typeof value !== 'boolean') this.breach(path, 'type');
        break;
    }
  }

  structure(place: Place, shape: StructureShape, value: JsonObject): void {
    for (const name of shape.required) {
      if (!Object.hasOwn(value, name)) this.breach(joinPath(place.path, name), 'required');
    }
    for (const name of Object.keys(value)) {
      const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (known === undefined) this.unsettled.push(`${joinPath(place.path, name)}${notAMember}`);
      else this.value(childPlace(place, place.path === '' ? name : `.${name}`, known), value[name] ?? null);
    }
  }

  private map(place: Place, shape: MapShape, value: JsonObject): void {
    const [key, inner] = [childPlace(place, '{key}', shape.key), childPlace(place, '{value}', shape.value)];
    for (const [name, child] of Object.entries(value)) {
      this.string(key.path, shape.key, name);
      this.value(inner, child);
    }
  }

  private list(place: Place, shape: ListShape, value: readonly JsonValue[]): void {
    this.bounds(place.path, shape, value.length);
    // No source says whether the service accepts a repeated item.
    const isRepeated = new Set(value).size < value.length;
    if (isRepeated) this.unsettled.push(`${place.path} repeats an item`);
    const item = childPlace(place, '[]', shape.item);
    for (const each of value) this.value(item, each);
  }

  private string(path: MemberPath, shape: StringShape, value: string): void {
    const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
    // No text has more code points than units, nor less than half as many, so few have to be counted.
    const isWithin = value.length <= max && value.length >= 2 * min;
    const isBeyond = value.length > 2 * max;
    if (!isWithin) this.bounds(path, shape, isBeyond ? value.length : codePoints(value));
    if (shape.enum !== undefined && !shape.enum.includes(value)) this.breach(path, 'enum');
    if (shape.pattern !== undefined) this.pattern(path, shape.pattern, value);
  }

  private pattern(path: MemberPath, pattern: string, value: string): void {
    const matches = matchesInAnyUnicode(pattern, value);
    if (matches === 'unknown') this.unsettled.push(`${path} has a character that not every version of Unicode knows`);
    else if (!matches) this.breach(path, 'pattern');
  }

  // A fraction may be cut off or refused: nobody has seen which.
  private integer(path: MemberPath, shape: IntegerShape, value: number): void {
    if (!Number.isInteger(value)) this.unsettled.push(`${path} is not a whole number`);
    else this.bounds(path, shape, value);
    // The model's integers have 32 bits, so a number beyond them may be refused for its type as well.
    if (Math.abs(value + 0.5) > 2 ** 31) this.breach(path, 'type');
  }

  private bounds(path: MemberPath, { min, max }: { readonly min?: number; readonly max?: number }, size: number): void {
    if (min !== undefined && size < min) this.breach(path, 'min');
    if (max !== undefined && size > max) this.breach(path, 'max');
  }

  private breach(member: MemberPath, kind: string): void {
    const clause = `${kebabPath(member)}.${kind}`;
    this.breaches.set(clause, { clause, member });
  }
}

function joinPath(path: MemberPath, name: string): MemberPath {
  return path === '' ? name : `${path}.${name}`;
}

/** The length of a string as the contract counts it. */
export function codePoints(text: string): number {
  let count = text.length;
  if (!/[\uD800-\uDBFF]/.test(text)) return count;
  // The second half of a pair of surrogates is no code point of its own.
  for (let at = 1; at < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count -= 1;
  }
  return count;
}
