import type { ErrorName } from '../../../specs/errors.ts';
import type { JsonObject } from '../../../specs/json.ts';

/** What the service says to a request, before it is put on the wire. */
export type Answer = { readonly ok: JsonObject } | { readonly error: ServiceError };

/** A refusal as the service prints it. */
export interface ServiceError {
  readonly name: ErrorName;
  readonly message: string;
}

/** Carries a refusal out of the depth of an operation; `poolService` turns it into an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly error: ServiceError;

  constructor(name: ErrorName, message: string) {
    // Half of all requests are refused, and nobody looks where.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.error = { name, message };
  }
}
