import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../../specs/json.ts';

/** A request that the handlers answered. */
export interface Call {
  /** `UpdateUserPool`. */
  readonly operation: string;
  readonly region: string;
  /** The body: parsed JSON, or the text where it is not JSON. */
  readonly request: JsonValue;
  /** HTTP status of the answer. */
  readonly status: number;
  /** The name of the error that was answered; undefined for a success. */
  readonly error: string | undefined;
  /** The body of the answer. */
  readonly answer: JsonObject;
}

/** What a request and its answer are remembered as. */
export function callOf(
  { operation, region }: Pick<Call, 'operation' | 'region'>,
  body: string,
  status: number,
  answer: string,
): Call {
  const parsed = parsedJson(answer);
  const object = isJsonObject(parsed) ? parsed : {};
  const error = typeof object.__type === 'string' ? object.__type : undefined;
  return { operation, region, request: parsedJson(body) ?? body, status, error, answer: object };
}
