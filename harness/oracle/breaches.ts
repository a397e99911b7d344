import type { ClauseId } from '../../specs/clause.ts';
import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { kebabPath, type MemberPath } from '../../specs/member.ts';
import type { IntegerShape, ListShape, MapShape, Shape, StringShape, StructureShape } from '../../specs/shape.ts';
import { matchesWhole } from './condition.ts';

/** One model clause that a request breaks. */
export interface Breach {
  readonly clause: ClauseId;
  readonly member: MemberPath;
}

/** What a request says when it is read by the model alone. */
export interface Reading {
  readonly breaches: readonly Breach[];
  /** Places on which no source says how the service takes them: null, unknown members, numbers in strings and the like. */
  readonly unsettled: readonly string[];
}

/** The model clauses that a request breaks, each once. */
export function breachesOf(edition: Edition, body: JsonObject): readonly Breach[] {
  return readRequest(edition, body).breaches;
}

/** Reads a request by the model: what it breaks, and where the model says nothing. */
export function readRequest(edition: Edition, body: JsonObject): Reading {
  const reader = new Reader();
  reader.structure('', edition.input, body);
  return { breaches: [...reader.breaches.values()], unsettled: reader.unsettled };
}

class Reader {
  readonly breaches = new Map<ClauseId, Breach>();
  readonly unsettled: string[] = [];

  value(path: MemberPath, shape: Shape, value: JsonValue): void {
    if (value === null) {
      this.unsettled.push(`${path} is null`);
      return;
    }
    switch (shape.type) {
      case 'structure':
        if (isJsonObject(value)) this.structure(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'map':
        if (isJsonObject(value)) this.map(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'list':
        if (Array.isArray(value)) this.list(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'string':
        if (typeof value === 'string') this.string(path, shape, value);
        else this.breach(path, 'type');
        break;
      case 'integer':
        if (typeof value === 'number') this.integer(path, shape, value);
        else this.almost(path, value, /^\s*[-+]?[0-9.]+\s*$/);
        break;
      case 'boolean':
        if (typeof value !== 'boolean') this.almost(path, value, /^\s*(true|false)\s*$/i);
        break;
    }
  }

  structure(path: MemberPath, shape: StructureShape, value: JsonObject): void {
    for (const name of shape.required) {
      if (!Object.hasOwn(value, name)) this.breach(below(path, name), 'required');
    }
    for (const [name, child] of Object.entries(value)) {
      const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (known === undefined) this.unsettled.push(`${below(path, name)} is not a member`);
      else this.value(below(path, name), known, child);
    }
  }

  private map(path: MemberPath, shape: MapShape, value: JsonObject): void {
    for (const [key, child] of Object.entries(value)) {
      this.string(`${path}{key}`, shape.key, key);
      this.value(`${path}{value}`, shape.value, child);
    }
  }

  private list(path: MemberPath, shape: ListShape, value: readonly JsonValue[]): void {
    this.bounds(path, shape, value.length);
    // Nobody has seen whether the service minds a word that stands in a list twice.
    const isRepeated = new Set(value).size < value.length;
    if (isRepeated) this.unsettled.push(`${path} repeats an item`);
    for (const item of value) this.value(`${path}[]`, shape.item, item);
  }

  private string(path: MemberPath, shape: StringShape, value: string): void {
    this.bounds(path, shape, codePoints(value));
    if (shape.enum !== undefined && !shape.enum.includes(value)) this.breach(path, 'enum');
    if (shape.pattern !== undefined && !matchesWhole(shape.pattern, value)) this.breach(path, 'pattern');
  }

  // A fraction may be cut off or refused: nobody has seen which.
  private integer(path: MemberPath, shape: IntegerShape, value: number): void {
    if (!Number.isInteger(value)) this.unsettled.push(`${path} is no whole number`);
    else this.bounds(path, shape, value);
  }

  private bounds(path: MemberPath, { min, max }: { readonly min?: number; readonly max?: number }, size: number): void {
    if (min !== undefined && size < min) this.breach(path, 'min');
    if (max !== undefined && size > max) this.breach(path, 'max');
  }

  private almost(path: MemberPath, value: JsonValue, convertible: RegExp): void {
    if (typeof value === 'string' && convertible.test(value)) this.unsettled.push(`${path} is written as a string`);
    else this.breach(path, 'type');
  }

  private breach(member: MemberPath, kind: string): void {
    const clause = `${kebabPath(member)}.${kind}`;
    this.breaches.set(clause, { clause, member });
  }
}

function below(path: MemberPath, name: string): MemberPath {
  return path === '' ? name : `${path}.${name}`;
}

/** The length of a string as the contract counts it. */
export function codePoints(text: string): number {
  let count = text.length;
  // The second half of a pair of surrogates is no code point of its own.
  for (let at = 1; at < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count -= 1;
  }
  return count;
}
