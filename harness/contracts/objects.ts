import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../specs/json.ts';

/** The object at a property; an empty one where there is none. */
export function objectMember(value: JsonValue | undefined, name: string): JsonObject {
  const found = ownMember(value, name);
  return isJsonObject(found) ? found : {};
}

/** The text at a property; undefined where there is none. */
export function stringMember(value: JsonValue | undefined, name: string): string | undefined {
  const found = ownMember(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** The items of the list at a property; none where there is none. */
export function listMember(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const found = ownMember(value, name);
  return Array.isArray(found) ? found : [];
}
