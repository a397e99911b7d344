import type { Finding } from '../record/record.ts';

/** Why no client request alone can reproduce a finding, as the end of "found …"; undefined if one can. */
export function reasonNotSaved({ case: shownBy, answer, last }: Finding): string | undefined {
  const isSilent = answer.kind === 'unanswered' && answer.why === 'not-sent' && last === undefined;
  if (shownBy.endsWith('/other-pool')) return 'on a pool that nothing was sent to';
  if (shownBy.startsWith('errors/by-order/')) return 'by an order that only the mock takes';
  if (shownBy.startsWith('errors/fixture/')) return 'by a fixture, which is outside the pool';
  if (shownBy.startsWith('errors/burst/')) return 'by a burst, which --burst sends';
  return isSilent ? 'without a request' : undefined;
}
