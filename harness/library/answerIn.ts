import { isJsonObject, parsedJson } from '../../specs/json.ts';

/** What an answer says. */
export interface Answered {
  /** HTTP status; 0 where it is not known. */
  readonly status: number;
  /** The error by name; null for a success, "" for an error without a name. */
  readonly error: string | null;
  readonly message: string | null;
}

/**
 * Reads an answer in any of its forms: of `cases`, of the AWS SDK (resolved to or thrown), or `{ status, text | body }` of any
 * other client. Throws a TypeError for anything else.
 */
export function answerIn(value: unknown): Answered {
  if (typeof value !== 'object' || value === null)
    throw new TypeError(`An answer is needed, not ${JSON.stringify(value)}.`);
  const fields: Readonly<Record<string, unknown>> = { ...value };
  if (value instanceof Error) return thrownAnswer(value);
  if (typeof fields.status === 'number') return 'error' in fields ? ownAnswer(fields) : httpAnswer(fields);
  const { httpStatusCode } = metadataOf(fields);
  if (httpStatusCode !== undefined) return { status: httpStatusCode, error: null, message: null };
  throw new TypeError('The answer has neither a status nor $metadata. Give { status, text } or what the SDK gave.');
}

function thrownAnswer(error: Error): Answered {
  const { httpStatusCode = 0 } = metadataOf(error);
  return { status: httpStatusCode, error: error.name === 'Unknown' ? '' : error.name, message: error.message };
}

function metadataOf(value: object): { readonly httpStatusCode?: number } {
  const found = '$metadata' in value ? value.$metadata : undefined;
  const code =
    typeof found === 'object' && found !== null && 'httpStatusCode' in found ? found.httpStatusCode : undefined;
  return typeof code === 'number' ? { httpStatusCode: code } : {};
}

function ownAnswer({ status, error, message }: Readonly<Record<string, unknown>>): Answered {
  return {
    status: Number(status),
    error: typeof error === 'string' ? error : null,
    message: typeof message === 'string' ? message : null,
  };
}

function httpAnswer({ status, text, body }: Readonly<Record<string, unknown>>): Answered {
  const code = Number(status);
  if (code >= 200 && code < 300) return { status: code, error: null, message: null };
  const parsed = typeof (text ?? body) === 'string' ? parsedJson(String(text ?? body)) : body;
  const {
    __type: type,
    message,
    Message,
  } = isJsonObject(parsed as never) ? (parsed as Readonly<Record<string, unknown>>) : {};
  // `com.amazonaws.cognito#Name:http://…` names the error between # and colon.
  const error = typeof type === 'string' ? (type.split('#').at(-1)?.split(':')[0] ?? '') : '';
  const words = message ?? Message;
  return { status: code, error, message: typeof words === 'string' ? words : null };
}
