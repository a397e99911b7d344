import type { EditionDate } from './edition.ts';

/** Whether something that holds from one edition to another, both included, holds in the edition of a date. */
export function inForce(
  { since, until }: { readonly since?: EditionDate; readonly until?: EditionDate },
  date: EditionDate,
): boolean {
  return (since === undefined || since <= date) && (until === undefined || date <= until);
}
