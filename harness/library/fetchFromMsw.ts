import { fetchThrough, isHandler } from '../session/mswModule.ts';
import { UserError } from '../userError.ts';

/** A server in this process that answers by msw handlers; what none of them answers is an unknown operation. */
export async function fetchFromMsw(handlers: readonly object[]): Promise<(request: Request) => Promise<Response>> {
  const own = handlers.filter(isHandler);
  if (own.length === 0 || own.length < handlers.length) {
    throw new UserError(
      'no-handlers',
      'The handlers have to be a list of msw handlers.',
      'Give what setupServer takes.',
    );
  }
  const { getResponse } = await import('msw');
  return fetchThrough(own, getResponse);
}
