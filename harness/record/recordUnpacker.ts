import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { bodyOfError } from './recordPacker.ts';
import { type TextRuns, textOfRuns } from './textRuns.ts';

/** Longest text that a repetition may make, in characters: more than any request holds, less than a memory does. */
const longestText = 64 * 1024 * 1024;

/** Reads the lines that RecordPacker wrote, in order. Throws a TypeError on a line that it cannot have written. */
export class RecordUnpacker {
  private readonly parts = new Map<number, JsonValue>();
  private line: JsonObject = {};

  /** The line as it was before it was packed; undefined for one that only serves later lines. */
  unpack(line: JsonObject): JsonObject | undefined {
    if (line.line === 'part') {
      if (typeof line.n !== 'number' || line.is === undefined) throw new TypeError('a part without number or value');
      this.parts.set(line.n, line.is);
      return undefined;
    }
    const unpacked: Record<string, JsonValue> = {};
    this.line = unpacked;
    return this.members(line, unpacked);
  }

  private value(value: JsonValue, holder: JsonObject): JsonValue {
    if (Array.isArray(value)) return value.map((item) => this.value(item, holder));
    if (!isJsonObject(value)) return value;
    const [name = '', ...others] = Object.keys(value);
    return others.length === 0 && name.startsWith('$')
      ? this.marked(name, value[name] ?? null, holder)
      : this.members(value, {});
  }

  private members(object: JsonObject, into: Record<string, JsonValue>): JsonObject {
    for (const [name, value] of Object.entries(object)) {
      // An assignment would not make a member of this name.
      if (name === '__proto__') Object.defineProperty(into, name, memberDescriptor(this.value(value, into)));
      else into[name] = this.value(value, into);
    }
    return into;
  }

  private marked(name: string, value: JsonValue, holder: JsonObject): JsonValue {
    switch (name) {
      case '$ref':
        return this.value(this.partNumbered(value), holder);
      case '$runs':
        return textOfRuns(checkedRuns(value));
      case '$object':
        return isJsonObject(value) ? this.members(value, {}) : fail('a value that is not an object');
      case '$sent':
        return this.sent(String(value));
      case '$body':
        return bodyOfError(holder.error, holder.message, String(value));
      default:
        return fail(`an unknown mark "${name}"`);
    }
  }

  private partNumbered(number: JsonValue): JsonValue {
    const part = typeof number === 'number' ? this.parts.get(number) : undefined;
    return part === undefined
      ? fail(`a reference to part ${JSON.stringify(number)}, which does not come before it`)
      : part;
  }

  private sent(name: string): JsonValue {
    const { request } = this.line;
    const value = isJsonObject(request) && Object.hasOwn(request, name) ? request[name] : undefined;
    return value === undefined ? fail(`"${name}" as sent, which was not sent`) : value;
  }
}

function memberDescriptor(value: JsonValue): PropertyDescriptor {
  return { value, writable: true, enumerable: true, configurable: true };
}

function checkedRuns(value: JsonValue): TextRuns {
  const parts = Array.isArray(value) ? value : fail('repetitions that are not a list');
  let length = 0;
  const runs = parts.map((part) => {
    if (typeof part === 'string') return part;
    const [period, count] = Array.isArray(part) ? part : [];
    if (typeof period !== 'string' || typeof count !== 'number' || !(count >= 0)) return fail('a wrong repetition');
    length += period.length * count;
    return length > longestText ? fail('a text that is too long') : ([period, count] as const);
  });
  return runs;
}

function fail(what: string): never {
  throw new TypeError(`it has ${what}`);
}
