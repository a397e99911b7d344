import { givenValue } from '../../specs/givenValue.ts';
import { amzTarget } from '../../specs/operation.ts';
import type { Unanswered } from './answer.ts';
import { readAnswer } from './readAnswer.ts';
import { applyFormAfterSigning, applyFormBeforeSigning, type FormedRequest, type RequestForm } from './requestForm.ts';
import { stopwatch } from './stopwatch.ts';
import type { Transport } from './transport.ts';
import { waitFor } from './waitFor.ts';

/** Answers requests within the process. */
type Fetch = (request: Request) => Promise<Response>;

const late = Symbol('late');

/**
 * A transport to a server in the same process, without the SDK or a real signature: many times faster, and the answer is read
 * in the same way. The timeout is in milliseconds.
 */
export function directTransport(fetch: Fetch, timeout: number): Transport {
  let sent = 0;
  return {
    sent: () => sent,
    route: undefined,
    close: () => {},
    send: async (operation, body, purpose, form) => {
      sent += 1;
      const elapsed = stopwatch();
      const wait = waitFor(timeout, purpose);
      try {
        const response = await within(wait, fetch(requestFor(operation, body, form)));
        if (response === late) {
          return { kind: 'unanswered', why: 'timeout', detail: `no answer within ${wait} ms`, ms: elapsed() };
        }
        if (typeof response?.status !== 'number')
          throw new TypeError(`fetch gave ${givenValue(response)} and no Response`);
        return readAnswer(response.status, Object.fromEntries(response.headers), await response.text(), elapsed());
      } catch (error) {
        return connectionFailure(error, elapsed());
      }
    },
  };
}

function requestFor(operation: string, body: string, form: RequestForm = {}): Request {
  const headers = {
    // Its value is not checked here, only its presence.
    authorization: 'AWS4-HMAC-SHA256 Signature=0',
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': amzTarget(operation),
  };
  const request: FormedRequest = { method: 'POST', path: '/', headers, body };
  applyFormBeforeSigning(request, form);
  applyFormAfterSigning(request, form);
  return new Request(`http://127.0.0.1${request.path}`, {
    method: request.method,
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(request.method === 'GET' ? {} : { body: request.body as string }),
  });
}

async function within<T>(timeout: number, answer: Promise<T>): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), timeout);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function connectionFailure(error: unknown, ms: number): Unanswered {
  return { kind: 'unanswered', why: 'reset', detail: error instanceof Error ? error.message : String(error), ms };
}
