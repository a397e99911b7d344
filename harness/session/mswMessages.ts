/** A request on its way to the process of the handlers. */
export interface CarriedRequest {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** What the process of the handlers says. */
export type HandlersMessage =
  | { readonly kind: 'ready' }
  /** The module cannot be used; the parts of a UserError. */
  | { readonly kind: 'unfit'; readonly code: string; readonly message: string; readonly hint: string }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
    }
  /** A request could not be answered. */
  | { readonly kind: 'failed'; readonly id: number; readonly why: string }
  /** Something was thrown that belongs to no request, and the process ends. */
  | { readonly kind: 'thrown'; readonly why: string };
