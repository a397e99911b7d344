import type { JsonObject } from '../../../specs/json.ts';

declare global {
  interface JSON {
    /** A value that JSON.stringify writes as this text: in Node since 21, in the types not yet. */
    rawJSON(text: string): { readonly rawJSON: string };
  }
}

/** A number that a body writes in this form: `8.0`. */
export function numberWritten(text: string): JsonObject {
  return JSON.rawJSON(text);
}
