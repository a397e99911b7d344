import type { Check } from './check.ts';

/** The reason why a client does not show what a check looks at. */
export function hiddenReason(check: Check): string {
  switch (check.kind) {
    case 'status':
      return 'This client shows the name of an error and not its HTTP status.';
    case 'no-request-id':
    case 'content-type':
      return 'The finding is about a header of the answer, which this client does not show.';
    case 'date-form':
      return 'This client reads dates of either form, so it does not show the form.';
    case 'shown-type':
      return 'This client reads the pool by its model, so it does not show the type.';
    default:
      return 'The finding is about the form of the answer, which this client does not show.';
  }
}
