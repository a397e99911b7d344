import type { Operation } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';
import type { RequestForm } from './requestForm.ts';

/** One request, as a carrier takes it. */
export interface Exchange {
  readonly operation: Operation;
  /** What goes over the wire, byte for byte. */
  readonly body: string;
  readonly path: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: RequestForm | undefined;
  /** Takes what ends the request, to be called once nobody waits for its answer any more. */
  readonly whenGivenUp: (end: () => void) => void;
  /** Milliseconds since it began. */
  readonly elapsed: () => number;
}

/** Brings a request to the target and its raw answer back. */
export interface Carrier {
  /** Rejects where no answer came. */
  readonly carry: (exchange: Exchange) => Promise<Answer>;
  /** What no answer may show. */
  readonly secrets: () => Promise<readonly string[]>;
  readonly close: () => void;
}
