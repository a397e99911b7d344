import type { Contract } from '../../specs/contract.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { RunRecord } from '../record/record.ts';
import { openSession, type Session, type SessionSettings } from '../session/openSession.ts';
import { refuseRecordTarget } from '../settings/refuseRecordTarget.ts';
import { printError } from './print.ts';

/** What a replay takes of the settings of a session; the rest is as in a small run. */
export type ReplaySessionSettings = Omit<
  SessionSettings,
  'targetName' | 'targetVersion' | 'concurrency' | 'rate' | 'maxRequests' | 'allowBillable'
>;

/**
 * The target of a replay, started and reached as the settings say, and as the run found it: whether it keeps pools, and where it
 * has its operations. A record is refused, since nothing can be sent to it.
 */
export async function openReplaySession(
  settings: ReplaySessionSettings,
  { probe }: RunRecord,
  contract: Contract,
): Promise<Session> {
  refuseRecordTarget(settings.target, '"mock", a URL or a file of msw handlers');
  const rest = {
    targetName: undefined,
    targetVersion: undefined,
    concurrency: 4,
    rate: undefined,
    maxRequests: undefined,
  };
  const session = await openSession({ ...settings, ...rest, allowBillable: true }, contract, {
    warn: printError,
  });
  // The transport finds out by a plain request where the operations are.
  if (probe?.route === 'openapi') await session.transport.send(testedOperation, '{}');
  return probe?.pools === 'none' ? { ...session, keepsPools: false } : session;
}
