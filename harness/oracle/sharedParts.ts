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
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isWrittenAlike(item, right[index]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const [keys, others] = [Object.keys(left), Object.keys(right)];
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && isWrittenAlike(left[key], right[key]))
  );
}
