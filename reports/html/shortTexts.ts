import { truncate } from '../../harness/figures/visibleText.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

// A text at a bound is thousands of equal characters; the note beside the request tells how many.
const longest = 120;

/** The request with its long texts cut, as a page shows it. */
export function shortTexts(request: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, shortValue(value)]));
}

function shortValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return truncate(value, longest);
  if (Array.isArray(value)) return value.map(shortValue);
  return isJsonObject(value) ? shortTexts(value) : value;
}
