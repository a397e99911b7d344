import { beginningOf } from '../../specs/beginningOf.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';

/** A text of at most so many characters and a few words that say how many there were. */
export function boundedText(text: string, max: number): string {
  return text.length <= max ? text : `${beginningOf(text, max)}… (cut, ${text.length} characters in all)`;
}

/** A value whose JSON has at most so many characters; a larger one is replaced by the beginning of its JSON. */
export function boundedValue(value: JsonValue, max: number): JsonValue {
  const isSmall = typeof value !== 'object' && (typeof value !== 'string' || value.length <= max);
  if (isSmall || value === null) return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= max ? value : boundedText(text, boundedLength);
}

/** Members of an object, each bounded; of very many, the first, and one that says how many there were. */
export function boundedMembers(members: JsonObject, max: number): JsonObject {
  const entries = Object.entries(members);
  const kept = entries
    .slice(0, mostMembers)
    .map(([name, value]) => [boundedText(name, 200), boundedValue(value, max)] as const);
  const more = entries.length > mostMembers ? { '…': `cut, ${entries.length} members in all` } : {};
  return { ...Object.fromEntries(kept), ...more };
}

/** What is left of the JSON of a value that is too large. */
const boundedLength = 2000;

const mostMembers = 300;
