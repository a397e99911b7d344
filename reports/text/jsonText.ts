import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { isJsonObject } from '../../specs/json.ts';

/** How deep a value may be to be printed with one line for each member; deeper ones would be mostly indentation. */
const deepestIndented = 16;

/**
 * JSON that can be put into a file, a terminal or a raw string of Python, R or JavaScript: one line for each member, and
 * characters that would not be seen, back quotes and `${` as escapes. It parses to the same value.
 */
export function jsonText(value: JsonObject): string {
  const text = isDeeper(value, deepestIndented) ? JSON.stringify(value) : JSON.stringify(value, null, 2);
  return text.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}\u00a0`]|\$(?=\{)/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

function isDeeper(value: JsonValue, limit: number): boolean {
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeper(item, limit - 1));
  return isJsonObject(value) && Object.values(value).some((member) => isDeeper(member, limit - 1));
}
