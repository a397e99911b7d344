import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';

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

/** Whether two values are the same text as JSON: the order of keys counts too. */
function isWrittenAlike(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) return Array.isArray(right) && areItemsAlike(left, right);
  return isJsonObject(left) && isJsonObject(right) && areMembersAlike(left, right);
}

// Without functions in between: every reading of a pool compares hundreds of values.
function areItemsAlike(left: readonly JsonValue[], right: readonly JsonValue[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) if (!isWrittenAlike(left[at], right[at])) return false;
  return true;
}

function areMembersAlike(left: JsonObject, right: JsonObject): boolean {
  const [names, others] = [Object.keys(left), Object.keys(right)];
  if (names.length !== others.length) return false;
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    if (name !== others[at] || !isWrittenAlike(left[name], right[name])) return false;
  }
  return true;
}
