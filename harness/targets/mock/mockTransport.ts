import { setImmediate as turn } from 'node:timers/promises';
import { amzTarget, type Operation } from '../../../specs/operation.ts';
import { readAnswer } from '../../transport/readAnswer.ts';
import { applyFormAfterSigning, applyFormBeforeSigning, type RequestForm } from '../../transport/requestForm.ts';
import { stopwatch } from '../../transport/stopwatch.ts';
import type { Transport } from '../../transport/transport.ts';
import { unknownOperation } from './fetchFrom.ts';
import type { MockAnswer } from './handlers.ts';
import type { MockRequest } from './mockRequest.ts';

/** Requests after which timers and signals get their turn: nothing here waits for anything outside the process. */
const requestsInARow = 32;

/** A transport to the mock in this process, which needs neither bytes nor a signature. */
export function mockTransport(answer: MockAnswer): Transport {
  let sent = 0;
  return {
    sent: () => sent,
    route: () => 'root',
    close: () => {},
    send: async (operation, body, _purpose, form) => {
      sent += 1;
      if (sent % requestsInARow === 0) await turn();
      const elapsed = stopwatch();
      const { status, headers, body: text } = (await answer(requestOf(operation, body, form))) ?? unknownOperation();
      return readAnswer(status, headers, text, elapsed());
    },
  };
}

function requestOf(operation: Operation, body: string, form: RequestForm | undefined): MockRequest {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': amzTarget(operation) };
  const request = { method: 'POST', path: '/', headers, body } as const;
  return form === undefined ? mockRequest(request) : formedRequest({ ...request }, form);
}

function formedRequest(request: Parameters<typeof applyFormBeforeSigning>[0], form: RequestForm): MockRequest {
  applyFormBeforeSigning(request, form);
  applyFormAfterSigning(request, form);
  const { method, headers, body } = request;
  return mockRequest({ method, headers, body: typeof body === 'string' ? body : decoder.decode(form.bytes) });
}

const decoder = new TextDecoder();

interface Plain {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

function mockRequest({ method, headers, body }: Plain): MockRequest {
  return { method, headers: { get: (name) => headerText(headers[name]) }, text: async () => body };
}

function headerText(value: string | readonly string[] | undefined): string | null {
  return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
}
