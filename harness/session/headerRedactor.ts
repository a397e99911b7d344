import type { TargetOptions } from '../settings/targetOptions.ts';
import { type Redact, redactor } from '../transport/redact.ts';

/** Shorter values, such as "local" or "node", are no secrets, and a command without them would be another one. */
const shortestSecret = 8;

/** Takes the values of --header out of what a user wrote elsewhere: a command of --start may give the same key to the target. */
export function headerRedactor({
  header,
  target,
}: Pick<TargetOptions, 'header'> & { readonly target: string }): Redact {
  const values = header.map(([, value]) => value).filter(({ length }) => length >= shortestSecret);
  return redactor(values, [target]);
}
