import type { Scenario } from './buildScenario.ts';

/** The reason why a client does not show the form of an answer; null where the check is about something else. */
export function hiddenForm({ check }: Pick<Scenario, 'check'>): string | null {
  switch (check?.kind) {
    case 'body':
    case 'type':
    case 'content-type':
      return 'The finding is about the form of the answer, which this client does not show.';
    case 'date-form':
      return 'This client reads dates of either form, so it does not show the form.';
    default:
      return null;
  }
}
