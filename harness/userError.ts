/** A mistake that the user can fix: a stable code, the fact with its place, and a hint. Printed without a stack trace. */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string;
  /** 2: wrong use or configuration. 3: the run could not be completed. */
  readonly status: 2 | 3;

  constructor(code: string, fact: string, hint: string, status: 2 | 3 = 2) {
    super(fact);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
    this.status = status;
  }
}
