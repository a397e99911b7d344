import { getResponse, type HttpHandler } from 'msw';
import { responderOf } from './handlers.ts';
import { awsWire } from './wire.ts';

/** Sends a request somewhere and gives back what was answered. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Answers requests from handlers within the process. What no handler wants is an operation that nobody knows. A single
 * handler of this room is called directly, since msw's copying of requests takes as long as the answer.
 */
export function fetchFrom(handlers: readonly HttpHandler[]): Fetch {
  const all = [...handlers];
  const [only, ...others] = all;
  const direct = only !== undefined && others.length === 0 ? responderOf(only) : undefined;
  return async (request) => {
    const response = direct && request.method === 'POST' ? direct(request) : getResponse(all, request);
    return (await response) ?? unknownOperation();
  };
}

function unknownOperation(): Response {
  const error = { name: 'UnknownOperationException', message: 'The request names no operation.' } as const;
  const { body, ...head } = awsWire({ error }, '00000000-0000-4000-8000-000000000000');
  return new Response(body, head);
}
