import { errorNamed } from '../../../specs/errors.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
import type { Answer } from './answer.ts';

/** An HTTP answer in parts. */
export interface ResponseParts {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Puts an answer on the wire. */
export type Wire = (answer: Answer, requestId: string) => ResponseParts;

/** The AWS JSON 1.1 protocol as the service speaks it: 400 and 500, and the error's name in `__type`. */
export const awsWire: Wire = (answer, requestId) => {
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  const id = { 'x-amzn-requestid': requestId };
  if ('ok' in answer) return { status: 200, headers: { ...type, ...id }, body: textOf(answer.ok) };
  const { name, message } = answer.error;
  // Coral writes its own parser's complaint with a capital letter.
  const text = name === 'SerializationException' ? { Message: message } : { message };
  return {
    status: errorNamed(name)?.status ?? 400,
    headers: { ...type, 'x-amzn-errortype': `${name}:`, ...id },
    body: JSON.stringify({ __type: name, ...text }),
  };
};

// What shows a pool that has not changed is the same object, and may be long.
const textOf = memoizeByObject((ok: JsonObject) => JSON.stringify(ok));

/** What OpenAPI conversions make of it: a declared error answers the number of its position, 480 to 490. */
export const openApiWire: Wire = (answer, requestId) => {
  const parts = awsWire(answer, requestId);
  const code = 'ok' in answer ? null : errorNamed(answer.error.name)?.code;
  return { ...parts, status: code ?? parts.status };
};
