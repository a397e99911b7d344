import type { Contract } from '../../specs/contract.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { RunRecord } from '../record/record.ts';
import type { Session, SessionSettings } from '../session/openSession.ts';
import { refuseRecordTarget } from '../settings/refuseRecordTarget.ts';
import { withSession } from './withSession.ts';

/** What a replay takes of the settings of a session; the rest is as in a small run. */
export type ReplaySessionSettings = Omit<
  SessionSettings,
  'targetName' | 'targetVersion' | 'concurrency' | 'rate' | 'maxRequests' | 'allowBillable'
>;

/**
 * Replays with the target started and reached as the settings say, and as the run found it: whether it keeps pools, and where it
 * has its operations. A record is refused, since nothing can be sent to it.
 */
export function withReplaySession<Result>(
  settings: ReplaySessionSettings,
  { probe }: RunRecord,
  contract: Contract,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  refuseRecordTarget(settings.target, '"mock", a URL or a file of msw handlers');
  const rest = {
    targetName: undefined,
    targetVersion: undefined,
    concurrency: 4,
    rate: undefined,
    maxRequests: undefined,
    allowBillable: true,
  };
  return withSession({ ...settings, ...rest }, contract, async (session) => {
    // The transport finds out by a plain request where the operations are.
    if (probe?.route === 'openapi') await session.transport.send(testedOperation, '{}');
    return work(probe?.pools === 'none' ? { ...session, keepsPools: false } : session);
  });
}
