import { join } from 'node:path';
import { asSentence } from '../../specs/asSentence.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import { billable } from '../aws/billable.ts';
import type { CaseSetting } from '../execute/caseOutcome.ts';
import { describeAnswer } from '../execute/scratchPool.ts';
import { describeDifferences, existingPoolTransport } from '../existing/existingPoolTransport.ts';
import { type PoolCopy, poolCopy } from '../existing/poolCopy.ts';
import { type Restored, rehearseRestoration, restorePool } from '../existing/restorePool.ts';
import { sendWithoutBudget } from '../existing/sendWithoutBudget.ts';
import { unfitForExisting } from '../existing/unfitForExisting.ts';
import { isUnimplemented } from '../judge/judge.ts';
import { shownValue } from '../judge/shownValue.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { stateFolder } from '../settings/stateFolder.ts';
import { abortableTransport } from '../transport/abortableTransport.ts';
import { isAccepted } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import { UserError } from '../userError.ts';
import type { PoolFile } from './poolFile.ts';
import { thisProcess } from './processIdentity.ts';
import { markRestored, originalPath, refuseUnrestored, saveCopies } from './savedCopies.ts';

/** How a run uses an existing pool. */
export interface ExistingSession extends Pick<CaseSetting, 'transport' | 'existing' | 'notSent'> {
  /** The id of the pool, and the file with its saved copy. */
  readonly pool: string;
  readonly copy: string;
  /** Restores the pool and verifies it; throws a UserError where it is not as it was. */
  readonly restore: () => Promise<void>;
}

type ExistingSettings = Pick<RunSettings, 'userPoolId' | 'allowUsers' | 'allowBillable' | 'target' | 'region' | 'out'>;

interface ExistingMeans {
  readonly transport: Transport;
  readonly warn: (text: string) => void;
  /** Aborted when the user interrupts the run. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Saves the configuration of the pool that the settings name, also in the out folder, and verifies that it can be written back
 * before anything else is sent to it. Undefined where they name none.
 */
export async function openExisting(
  { userPoolId: id, allowUsers, allowBillable, target, region, out }: ExistingSettings,
  contract: Contract,
  { transport, warn, signal }: ExistingMeans,
): Promise<ExistingSession | undefined> {
  if (id === undefined) return undefined;
  // Until the copy is saved nothing is changed, so that reading may be abandoned.
  const reading = signal === undefined ? transport : abortableTransport(transport, signal, { abandonsRemovals: true });
  const path = join(out, `pool-${id}.json`);
  refuseUnrestored(path);
  const copy = await readCopy(reading, id);
  const original = originalPath(stateFolder(), { target, region, ...copy });
  refuseUnrestored(original);
  if (!allowUsers) await refuseUsers(reading, copy);
  const file = poolFileOf(copy, { target, region });
  saveCopies({ original, copy: path }, file);
  const saved: PoolFile = { ...file, copies: [original] };
  const restore = () => restoreFromFile(transport, saved, path, warn);
  // An undone rehearsal has released the pool; from here on the run changes it.
  if (await rehearseOrUndo(transport, copy, restore)) saveCopies({ original, copy: path }, file);
  const unfit = unfitForExisting(contract, copy);
  return {
    pool: id,
    copy: original,
    transport: existingPoolTransport(transport, copy),
    existing: { factors: mfaFactorsOf(copy) },
    notSent: (testCase) => unfit(testCase) ?? (allowBillable ? undefined : billable(testCase)),
    restore,
  };
}

function poolFileOf(copy: PoolCopy, at: Pick<PoolFile, 'target' | 'region'>): PoolFile {
  const savedAt = new Date().toISOString();
  return { format: 'poolproof-pool', version: 1, ...at, savedAt, process: thisProcess(), restoredAt: null, ...copy };
}

/** Restores a pool to its saved copy, and marks its files as restored. */
export async function restoreFromFile(
  transport: Transport,
  file: PoolFile,
  path: string,
  warn: (text: string) => void,
): Promise<void> {
  const result = await restorePool(transport, file);
  if (result.differences.length > 0) throw notRestored(file.id, result, path);
  markRestored(path, file, warn);
}

async function readCopy(transport: Transport, id: string): Promise<PoolCopy> {
  const copy = await poolCopy(transport, id);
  if (typeof copy !== 'string') return copy;
  throw new UserError(
    'no-pool',
    `${copy}.`,
    'Check --user-pool-id, --region and the permissions; nothing was changed.',
    3,
  );
}

async function refuseUsers(transport: Transport, { id }: PoolCopy): Promise<void> {
  const answer = await sendWithoutBudget(transport, 'ListUsers', { UserPoolId: id, Limit: 1 });
  const hint = '--allow-users uses it anyway; its users may be affected by the changes.';
  if (isUnimplemented(answer)) {
    throw new UserError('cannot-look', `The target has no ListUsers, so ${id} may have users.`, hint);
  }
  if (!isAccepted(answer)) {
    throw new UserError('cannot-look', `ListUsers was refused: ${asSentence(describeAnswer(answer))}`, hint, 3);
  }
  const { Users } = (answer.body ?? {}) as JsonObject;
  if (Array.isArray(Users) && Users.length === 0) return;
  throw new UserError('pool-with-users', `User pool ${id} has users, and nothing was changed.`, hint);
}

/** Whether the rehearsal changed the pool and was undone, so that the pool is known to be restorable. */
async function rehearseOrUndo(transport: Transport, copy: PoolCopy, restore: () => Promise<void>): Promise<boolean> {
  const result = await rehearseRestoration(transport, copy);
  if (result.differences.length === 0 && result.problems.length === 0) return false;
  // Whatever the rehearsal changed is restored; if that fails too, its error says more.
  await restore();
  if (result.differences.length > 0) return true;
  throw new UserError(
    'cannot-restore',
    asSentence(
      `User pool ${copy.id} cannot be written back as it is, so no case was sent: ${describeDifferences(result)}`,
    ),
    'Test a pool of its own: leave out --user-pool-id.',
    3,
  );
}

function notRestored(id: string, result: Restored, path: string): UserError {
  const apart = result.differences
    .filter(({ member }) => member !== '')
    .map(({ member, saved, now }) => `\n  ${member} was ${shownValue(saved)} and is ${shownValue(now)}`);
  return new UserError(
    'not-restored',
    `${asSentence(`User pool ${id} is not as it was: ${describeDifferences(result)}`)}${apart.join('')}`,
    `The saved copy is ${path}; "poolproof restore ${shellQuote(path)}" tries again.`,
    3,
  );
}

function mfaFactorsOf({ mfa }: PoolCopy): JsonObject {
  const { MfaConfiguration: _shownElsewhere, ...factors } = mfa ?? {};
  return factors;
}
