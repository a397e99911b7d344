import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/**
 * Numbers of a JSON text that are written with a fraction or an exponent, as they are written, by their place: `8.0` at
 * `UserPool.Policies.PasswordPolicy.MinimumLength`. Of a list the first stands for all. Parsed, 8.0 is no other number than 8, but
 * clients that read an integer from the text fail on it.
 */
export function fractionalNumbers(text: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  if (!hasFraction.test(text)) return places;
  const written: Written[] = [];
  const body = JSON.parse(text, function (this: JsonValue, key: string, value: JsonValue, context?: Source): JsonValue {
    const source = context?.source ?? '';
    if (typeof value === 'number' && /[.e]/i.test(source)) written.push({ holder: this, key, source });
    return value;
  }) as JsonValue;
  if (written.length > 0) placeNumbers(body, '', written, places);
  return places;
}

interface Written {
  readonly holder: JsonValue;
  readonly key: string;
  readonly source: string;
}

interface Source {
  readonly source?: string;
}

/** Dates have fractions in nearly every answer, and may have them; every other text is parsed once and not again. */
const hasFraction = /"(?!CreationDate"|LastModifiedDate")[^"\\]*"\s*:\s*-?\d+(?:\.|e)/i;

function placeNumbers(value: JsonValue, path: string, written: readonly Written[], places: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value) as readonly [string, JsonValue][]) {
    const place = isJsonObject(value) ? (path === '' ? key : `${path}.${key}`) : `${path}[]`;
    const source = written.find((one) => one.holder === value && one.key === key)?.source;
    if (source !== undefined && !places.has(place)) places.set(place, source);
    placeNumbers(child, place, written, places);
  }
}
