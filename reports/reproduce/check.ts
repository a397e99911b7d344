import type { JsonValue } from '../../specs/json.ts';

/** What decides whether a script saw the finding: a test of the answer to its last request, or of the pool after it. */
export type Check = AnswerCheck | PoolCheck;

/** A test of the answer. */
export type AnswerCheck =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'error'; readonly name: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'body'; readonly form: 'markup' | 'empty' | 'not-json' | 'content' }
  /** What `__type` is: not there, with a namespace, or another name than the error header has. */
  | { readonly kind: 'type'; readonly form: 'absent' | 'namespaced' | 'two-names' }
  | { readonly kind: 'no-message' }
  | { readonly kind: 'no-request-id' }
  /** The content type without its parameters; "absent" where there is none. */
  | { readonly kind: 'content-type'; readonly is: string };

/** A test of a described pool: the one that was updated, or another one. The member is named as DescribeUserPool names it. */
export type PoolCheck =
  | { readonly kind: 'absent' | 'unchanged' | 'changed'; readonly pool: 1 | 2; readonly member: string }
  /** It shows just this value, which is wrong; `lines` are its leaves, see `leafLines`. */
  | {
      readonly kind: 'shows';
      readonly pool: 1;
      readonly member: string;
      readonly value: JsonValue;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'date-form'; readonly pool: 1; readonly member: string; readonly form: 'text' | 'milliseconds' }
  /** A place is shown in another JSON type than the model's. */
  | { readonly kind: 'shown-type'; readonly pool: 1; readonly member: string; readonly type: string }
  | { readonly kind: 'backwards'; readonly pool: 1; readonly member: string }
  | { readonly kind: 'unreadable'; readonly pool: 1 };
