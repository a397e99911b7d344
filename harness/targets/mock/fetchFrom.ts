import type { Responder } from './responder.ts';
import { awsWire, type ResponseParts } from './wire.ts';

/** Sends a request somewhere and gives back what was answered. */
export type Fetch = (request: Request) => Promise<Response>;

/** Answers requests within the process, by the first handler that wants them; a request that none wants names no operation. */
export function fetchFrom(handlers: readonly Responder[]): Fetch {
  return async (request) => {
    for (const respond of handlers) {
      const response = await respond(request);
      if (response !== undefined) return response;
    }
    const { body, ...head } = unknownOperation();
    return new Response(body, head);
  };
}

/** The answer to a request that names no operation. */
export function unknownOperation(): ResponseParts {
  const error = { name: 'UnknownOperationException', message: 'The request names no operation.' } as const;
  return awsWire({ error }, '00000000-0000-4000-8000-000000000000');
}
