import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

/** Two objects as one, at every depth; where both have a value the second one's stands. Lists are joined item by item. */
export function mergeObjects(left: JsonObject, right: JsonObject): JsonObject {
  const both = Object.entries(right).map(([name, value]) => [name, mergeValues(left[name], value)] as const);
  return { ...left, ...Object.fromEntries(both) };
}

function mergeValues(left: JsonValue | undefined, right: JsonValue): JsonValue {
  if (isJsonObject(left) && isJsonObject(right)) return mergeObjects(left, right);
  if (!Array.isArray(left) || !Array.isArray(right)) return right;
  return right.map((item, index) => mergeValues(left[index], item));
}
