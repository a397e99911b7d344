import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';

/** Texts from this many characters on are worth a search for the length that matters. */
const long = 2048;

/** A text in a request that is long, and the request with as much of it as is asked for. */
export interface LongText {
  readonly length: number;
  readonly cutTo: (length: number) => JsonObject;
}

/** The longest text of a request; undefined where none is long. */
export function longestText(request: JsonObject): LongText | undefined {
  return longestIn(request, (value) => (isJsonObject(value) ? value : request));
}

function longestIn(value: JsonValue, put: (value: JsonValue) => JsonObject): LongText | undefined {
  if (typeof value === 'string') {
    return value.length < long ? undefined : { length: value.length, cutTo: (length) => put(value.slice(0, length)) };
  }
  const inner = Array.isArray(value)
    ? value.map((item, index) => longestIn(item, (one) => put(value.with(index, one))))
    : isJsonObject(value)
      ? Object.entries(value).map(([name, item]) => longestIn(item, (one) => put({ ...value, [name]: one })))
      : [];
  return inner.reduce<LongText | undefined>(longer, undefined);
}

function longer(left: LongText | undefined, right: LongText | undefined): LongText | undefined {
  return (right?.length ?? 0) > (left?.length ?? 0) ? right : left;
}
