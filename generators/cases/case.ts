import type { ClauseId } from '../../specs/clause.ts';
import type { ErrorName } from '../../specs/errors.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../specs/operation.ts';

/** The phases of a run, from hand-picked cases to forced errors. */
export const phases = ['examples', 'boundary', 'fuzz', 'sequence', 'race', 'wire', 'errors'] as const;

export type Phase = (typeof phases)[number];

/** Stands in a case for the id of the pool that the case will meet. */
export const poolPlaceholder = '{UserPoolId}';

/** Stands for that id with its letters in the other case. */
export const otherCasePlaceholder = '{uSERpOOLiD}';

let last: { readonly request: JsonObject; readonly text: string } | undefined;

/** A request as JSON. The last one is kept, for it is named by its text and then sent as its text. */
export function requestJson(request: JsonObject): string {
  if (last?.request !== request) last = { request, text: JSON.stringify(request) };
  return last.text;
}

/** A text with the id of a pool in the places of both. */
export function withPoolId(text: string, id: string): string {
  const named = text.replaceAll(poolPlaceholder, id);
  return named.includes(otherCasePlaceholder) ? named.replaceAll(otherCasePlaceholder, inOtherCase(id)) : named;
}

/** A request with the id of a pool in the places of both: what its text says when it is read again. */
export function requestWithPoolId(request: JsonObject, id: string): JsonObject {
  const text = requestJson(request);
  const isNamedOnce = !text.includes(poolPlaceholder, text.indexOf(poolPlaceholder) + 1);
  const isSimple = isNamedOnce && request.UserPoolId === poolPlaceholder && !text.includes(otherCasePlaceholder);
  return isSimple ? { ...request, UserPoolId: id } : (JSON.parse(withPoolId(text, id)) as JsonObject);
}

// The Region stays as it is: what an id of another Region is answered is not known.
function inOtherCase(id: string): string {
  const start = id.lastIndexOf('_') + 1;
  const swapped = id
    .slice(start)
    .replace(/[a-zA-Z]/g, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));
  return swapped === id.slice(start) ? `${id}A` : `${id.slice(0, start)}${swapped}`;
}

/** A prior state, a request and the clauses it breaks: none for a valid one. */
export interface Case {
  /** Derived from the contract or the content: `boundary/Policies.PasswordPolicy.MinimumLength/max/over`. */
  readonly id: string;
  readonly phase: Phase;
  /** The clause that the case is about: the one it breaks, or the one whose kept side it shows. */
  readonly clause: ClauseId;
  readonly member: MemberPath;
  /** The clauses it breaks. The first is the one it is about; any other cannot be kept while that one is broken. */
  readonly breaks: readonly ClauseId[];
  readonly request: JsonObject;
  /** What goes over the wire in place of the request as the SDK writes it, where that has to be something else. */
  readonly raw?: RawContent;
  /** An error that the target is ordered to answer with; only the mock supports that. */
  readonly fault?: { readonly error: ErrorName; readonly dialect: 'aws' | 'openapi' };
  /** The error that a request causes by what it names outside its pool. */
  readonly fixtureError?: ErrorName;
  /** Requests that are sent one after the other, the last of them the one in question; `request` is its body. */
  readonly steps?: readonly Step[];
  /** Requests that are sent at one moment. */
  readonly parallel?: readonly Step[];
  /** There are so many of them that some may be throttled, which is their purpose. */
  readonly burst?: true;
  /**
   * A request that differs from this one only in being nowhere near the bound. Where the contract is silent on both, a target
   * that accepts it has to accept this one too.
   */
  readonly withinBound?: JsonObject;
  /** It was kept from an earlier run: no generator says what it breaks, the oracle alone reads it. */
  readonly kept?: true;
  /** What has to be done to the pool first, unless its state already shows it. */
  readonly prior?: Prior;
}

/** What goes over the wire, where that is not simply the request as JSON in a signed POST to the root path. */
export interface RawContent {
  /** The body; `{UserPoolId}` in it is replaced. Absent: the request as JSON. */
  readonly body?: string;
  /** The body in base64, where it is not text; `{UserPoolId}` in the bytes is replaced. */
  readonly bytes?: string;
  /** So many spaces stand before the body. */
  readonly padding?: number;
  /** The body is compressed, with the header that says so. */
  readonly gzip?: true;
  /** The body is sent chunked, without a content length. */
  readonly chunked?: true;
  /** Headers in place of the usual ones, or beside them; a list is one header sent several times. Names in lower case. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Usual headers that are not sent. Names in lower case. */
  readonly omits?: readonly string[];
  /** Absent: POST. */
  readonly method?: string;
  /** Absent: the root path. */
  readonly path?: string;
  /** Absent: signed as usual. */
  readonly signed?: false | 'wrongly';
}

/** The operations that a sequence or a race is made of. */
export const stepOperations = [
  createOperation,
  testedOperation,
  describeOperation,
  'SetUserPoolMfaConfig',
  'TagResource',
  'UntagResource',
  deleteOperation,
] as const;

/** One request of a sequence or a race. */
export interface Step {
  readonly operation: (typeof stepOperations)[number];
  /** Which pool: the case's own, or a second one. */
  readonly pool: 1 | 2;
  /** The body without what names the pool. */
  readonly body: JsonObject;
}

export interface Prior {
  /** The pool has to be as new: nothing that an earlier case left may stand in it. */
  readonly fresh?: true;
  /** A valid UpdateUserPool request without UserPoolId. */
  readonly update?: JsonObject;
  /** A SetUserPoolMfaConfig request without UserPoolId. */
  readonly mfa?: JsonObject;
  /** Requests that were sent before, in order; of a sequence. */
  readonly steps?: readonly Step[];
}
