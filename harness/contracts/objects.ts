import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

/** A property of a JSON value, never one that it inherits; undefined where it has none. */
export function own(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The object at a property; an empty one where there is none. */
export function objectAt(value: JsonValue | undefined, name: string): JsonObject {
  const found = own(value, name);
  return isJsonObject(found) ? found : {};
}

/** The text at a property; undefined where there is none. */
export function textAt(value: JsonValue | undefined, name: string): string | undefined {
  const found = own(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** The items of the list at a property; none where there is none. */
export function listAt(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const found = own(value, name);
  return Array.isArray(found) ? found : [];
}
