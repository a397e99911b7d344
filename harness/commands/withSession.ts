import type { Contract } from '../../specs/contract.ts';
import { openSession, type Session, type SessionSettings } from '../session/openSession.ts';
import { redactedError } from '../userError.ts';
import { type Interruption, interruption } from './interruption.ts';
import { printError } from './print.ts';

/** Opens a target for some work that a user can interrupt, and puts it in order afterwards, however the work ends. */
export async function withSession<Result>(
  settings: SessionSettings,
  contract: Contract,
  work: (session: Session, stop: Interruption) => Promise<Result>,
): Promise<Result> {
  const stop = interruption();
  try {
    const session = await openSession(settings, contract, { stop, warn: printError });
    try {
      return await work(session, stop);
    } catch (error) {
      throw redactedError(error, session.redact);
    } finally {
      await session.close();
    }
  } finally {
    stop.release();
  }
}
