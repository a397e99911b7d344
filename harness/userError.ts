/** A mistake that the user can fix: a stable code, the fact with its place, and a hint. Printed without a stack trace. */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string;
  /** 2: wrong use or configuration. 3: the run could not be completed. */
  readonly status: 2 | 3;

  constructor(code: string, fact: string, hint: string, status: 2 | 3 = 2) {
    super(shortened(fact));
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
    this.status = status;
  }
}

/** An error whose message is without secrets; what is no UserError is a defect of ours, and stays as it is. */
export function redactedError(error: unknown, redact: (text: string) => string): unknown {
  if (!(error instanceof UserError)) return error;
  return new UserError(error.code, redact(error.message), error.hint, error.status);
}

const longestLine = 2000;

const mostLines = 60;

/** A message quotes what somebody gave, which may be very long, and control the terminal that shows it. */
function shortened(fact: string): string {
  const lines = fact.replaceAll(/[^\P{Cc}\n]/gu, ' ').split('\n');
  const shown = lines
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}….` : line));
  return [...shown, ...(lines.length > mostLines ? [`  And ${lines.length - mostLines} more.`] : [])].join('\n');
}
