import type { JsonValue } from '../../specs/json.ts';

/** What came back from a target, or why nothing came. */
export type Answer = Answered | Unanswered;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** Header names in lower case. Nothing of the request is in here, so no credentials either. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON; undefined where it is empty or no JSON that can be read safely. */
  readonly body: JsonValue | undefined;
  /** The error by name, null for a success; "" where the target failed without naming an error. */
  readonly error: string | null;
  readonly message: string | null;
  readonly ms: number;
  /** Seconds by which the Date header is off the time of arrival; set only where they are more than five minutes. */
  readonly clockSkew?: number;
}

export interface Unanswered {
  readonly kind: 'unanswered';
  readonly why: 'timeout' | 'reset' | 'refused' | 'too-large' | 'not-sent';
  readonly detail: string;
  readonly ms: number;
}

/** Whether the target says that it took the request. */
export function isAccepted(answer: Answer): answer is Answered & { readonly error: null } {
  return answer.kind === 'answered' && answer.error === null;
}
