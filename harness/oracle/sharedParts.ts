import { isWrittenAlike, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';

/**
 * An object with those members of an earlier one that are written the same, or the earlier one itself where all are: they are equal at
 * a glance then, and what was found of them holds.
 */
export function withPartsOf(earlier: JsonObject, object: JsonObject): JsonObject {
  const names = Object.keys(object);
  const values = names.map((name) => partLike(object[name] ?? null, ownMember(earlier, name)));
  const known = Object.keys(earlier);
  const isSame = known.length === names.length && names.every((name, index) => isAt(index, name));
  return isSame ? earlier : Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));

  function isAt(index: number, name: string): boolean {
    return known[index] === name && values[index] === earlier[name];
  }
}

function partLike(value: JsonValue, earlier: JsonValue | undefined): JsonValue {
  return earlier !== undefined && isWrittenAlike(value, earlier) ? earlier : value;
}
