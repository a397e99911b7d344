import { beginningOf } from '../../specs/beginningOf.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';

/** A text of at most so many characters and a few words that say how many there were. */
export function boundedText(text: string, max: number): string {
  return text.length <= max ? text : `${beginningOf(text, max)}… (cut, ${text.length} characters in all)`;
}

/** A value whose JSON has at most so many characters; a larger one is replaced by the beginning of its JSON. */
export function boundedValue(value: JsonValue, max: number): JsonValue {
  // Hardly any value is so large, and to write one takes longer than to look through it.
  if (lengthAtMost(value) <= max) return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= max ? value : boundedText(text, boundedLength);
}

/** At least as many characters as the JSON of a value has: none is written as more than six. */
function lengthAtMost(value: JsonValue): number {
  if (typeof value === 'string') return 6 * value.length + 2;
  if (typeof value !== 'object' || value === null) return longestNumber;
  let length = 2;
  for (const [name, child] of Object.entries(value)) length += 6 * name.length + 4 + lengthAtMost(child);
  return length;
}

/** Characters of a number in JSON. */
const longestNumber = 25;

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
