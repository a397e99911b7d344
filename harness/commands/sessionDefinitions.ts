import type { SessionSettings } from '../session/openSession.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';

const { target, targetName, targetVersion, region, edition, basis, timeout, concurrency, out, header, ca, insecure } =
  runDefinitions;
const { start, readyTimeout, rate, maxRequests, allowBillable, userPoolId, allowExisting, allowUsers } = runDefinitions;

/** The options of a command that opens a target as a run does, and writes no record. */
export const sessionDefinitions: Definitions<SessionSettings & Pick<RunSettings, 'edition' | 'basis'>> = {
  target,
  targetName,
  targetVersion,
  region,
  edition,
  basis,
  timeout,
  concurrency,
  out: { ...out, description: 'folder for the list of open pools on aws' },
  header,
  ca,
  insecure,
  start,
  readyTimeout,
  rate,
  maxRequests,
  allowBillable,
  userPoolId,
  allowExisting,
  allowUsers,
};
