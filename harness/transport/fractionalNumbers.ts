import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/**
 * Numbers of a JSON text that are written with a fraction or an exponent, as they are written, by their place: `8.0` at
 * `UserPool.Policies.PasswordPolicy.MinimumLength`. Of a list the first stands for all. Parsed, 8.0 is no other number than 8, but
 * clients that read an integer from the text fail on it.
 */
export function fractionalNumbers(text: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  if (!hasFraction.test(text)) return places;
  const written = new Map<JsonValue, Map<string, string>>();
  const body = JSON.parse(text, function (this: JsonValue, key: string, value: JsonValue, context?: Source): JsonValue {
    const source = context?.source ?? '';
    if (typeof value !== 'number' || !/[.e]/i.test(source)) return value;
    const ofHolder = written.get(this) ?? new Map<string, string>();
    written.set(this, ofHolder.set(key, source));
    return value;
  }) as JsonValue;
  if (written.size > 0) placeNumbers(body, '', written, places);
  return places;
}

/** Numbers as they are written, by the object or list that holds them, and by their name or index in it. */
type Written = ReadonlyMap<JsonValue, ReadonlyMap<string, string>>;

interface Source {
  readonly source?: string;
}

/**
 * Dates have fractions in nearly every answer, and may have them; every other text is parsed once and not again. It looks back for
 * the name, since to begin with it would mean to try every text of an answer as one.
 */
const hasFraction = /"(?<!"CreationDate"|"LastModifiedDate")\s*:\s*-?\d+[.e]/i;

function placeNumbers(value: JsonValue, path: string, written: Written, places: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  const ofHolder = written.get(value);
  for (const [key, child] of Object.entries(value) as readonly [string, JsonValue][]) {
    const place = isJsonObject(value) ? (path === '' ? key : `${path}.${key}`) : `${path}[]`;
    const source = ofHolder?.get(key);
    if (source !== undefined && !places.has(place)) places.set(place, source);
    placeNumbers(child, place, written, places);
  }
}
