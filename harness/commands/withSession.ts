import type { Contract } from '../../specs/contract.ts';
import { openSession, type Session, type SessionSettings } from '../session/openSession.ts';
import { abortableTransport } from '../transport/abortableTransport.ts';
import { redactedError } from '../userError.ts';
import { type Interruption, interruption } from './interruption.ts';
import { printError } from './print.ts';

/**
 * Opens a target for some work, and puts it in order afterwards, however the work ends. Once a user interrupts it, the requests of
 * the work are abandoned: whoever waits for an answer gets RunInterrupted.
 */
export async function withSession<Result>(
  settings: SessionSettings,
  contract: Contract,
  work: (session: Session, stop: Interruption) => Promise<Result>,
): Promise<Result> {
  const stop = interruption();
  try {
    const session = await openSession(settings, contract, { stop, warn: printError });
    try {
      const transport = abortableTransport(session.transport, stop.signal, { abandonsRemovals: true });
      return await work({ ...session, transport }, stop);
    } catch (error) {
      const lastWords = stop.reason() === null ? await session.lastWords() : '';
      if (lastWords !== '') printError(lastWords);
      throw redactedError(error, session.redact);
    } finally {
      await session.close();
    }
  } finally {
    stop.release();
  }
}
