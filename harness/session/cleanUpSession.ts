import { plural } from '../../specs/plural.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import { findLeftovers } from '../aws/findLeftovers.ts';
import { cleanUpPools, type RemainingPools } from '../execute/cleanUpPools.ts';
import { removePool } from '../execute/removePool.ts';
import { oneLine } from '../figures/visibleText.ts';
import type { LeftBehind } from '../record/record.ts';
import { isAccepted } from '../transport/answer.ts';
import type { PoolLedger } from '../transport/poolLedger.ts';
import { UserError } from '../userError.ts';
import { messageOf } from './messageOf.ts';
import type { ExistingSession } from './openExisting.ts';

/** What has to be put in order at the end of a run. */
export interface SessionRemains {
  readonly ledger: PoolLedger;
  /** Set on AWS: pools whose creation was not answered are found by it. */
  readonly runId: string | undefined;
  /** The command of poolproof that looks for pools of the run which are left. */
  readonly cleanCommand: string;
  readonly existing: ExistingSession | undefined;
  /** Aborted when the user wants the end at once. */
  readonly urgent: AbortSignal | undefined;
  /** Called with what is left, and why. */
  readonly warn: (text: string) => void;
}

/** Milliseconds before each round of deletions: throttling and temporary faults pass, those of AWS later than others. */
const deletionDelays = { aws: [0, 500, 2000, 5000], others: [0, 200, 1000] } as const;

/** Milliseconds that are left for deletions once the user wants the end at once. */
const urgentGrace = 5000;

/** Restores the existing pool and deletes the pools of a run. Warns of what is left and gives it; never throws. */
export async function cleanUpSession(remains: SessionRemains): Promise<LeftBehind> {
  const { ledger, runId, existing, urgent, warn } = remains;
  const deadline = delayedSignal(urgent, urgentGrace);
  const notRestored = existing === undefined ? undefined : await restoreBefore(remains, existing, deadline);
  const pauses = runId === undefined ? deletionDelays.others : deletionDelays.aws;
  const remaining = await cleanUpPools(ledger, { pauses, deadline });
  const unnamed = runId !== undefined && ledger.lost() ? await removeUnnamed(remains, runId) : [];
  const ids = [...remaining.ids, ...unnamed];
  if (ids.length > 0) warn(remainingText({ ...remaining, ids }, remains));
  return {
    ...(ids.length === 0 ? {} : { notDeleted: ids }),
    ...(ids.length > 0 && remaining.isUndeletable ? { undeletable: true as const } : {}),
    ...(notRestored === undefined ? {} : { notRestored }),
  };
}

// A request under way could change the pool after it is restored, so nothing is written back before all are answered.
async function restoreBefore(
  { ledger, warn }: SessionRemains,
  existing: ExistingSession,
  deadline: AbortSignal,
): Promise<LeftBehind['notRestored'] | undefined> {
  ledger.close();
  try {
    await Promise.race([restoreWhenIdle(ledger, existing), failureAt(deadline, existing)]);
    return undefined;
  } catch (error) {
    warn(errorText(error));
    return { pool: existing.pool, copy: existing.copy };
  }
}

async function restoreWhenIdle(ledger: PoolLedger, existing: ExistingSession): Promise<void> {
  await ledger.idle();
  await existing.restore();
}

function failureAt(deadline: AbortSignal, { pool, copy }: ExistingSession): Promise<never> {
  const hint = `The saved copy is ${copy}; "poolproof restore ${shellQuote(copy)}" restores it.`;
  const error = new UserError('not-restored', `User pool ${pool} was not restored in time.`, hint, 3);
  return new Promise((_, reject) => deadline.addEventListener('abort', () => reject(error), { once: true }));
}

function errorText(error: unknown): string {
  return error instanceof UserError
    ? `error[${error.code}]: ${error.message}\n  hint: ${error.hint}`
    : `error[not-restored]: ${messageOf(error)}`;
}

/** Deletes the run's pools whose ids were never received; gives what stands for those that are left. */
async function removeUnnamed({ ledger, warn }: SessionRemains, runId: string): Promise<readonly string[]> {
  try {
    const left: string[] = [];
    for (const { id } of await findLeftovers(ledger.transport, { runId }))
      if (!isAccepted(await removePool(ledger.transport, id))) left.push(id);
    return left.filter((id) => !ledger.open().includes(id));
  } catch (error) {
    warn(`Pools named poolproof-${runId} cannot be looked for: ${messageOf(error)}`);
    return [`poolproof-${runId} (id unknown)`];
  }
}

function remainingText({ ids, isUndeletable }: RemainingPools, { runId, cleanCommand }: SessionRemains): string {
  const pools = plural(ids.length, 'user pool');
  // A target gives its pools ids of any length.
  const shown = ids.map((id) => oneLine(id, 100)).join(', ');
  if (isUndeletable) return `The target has no DeleteUserPool, so ${pools} of the run remain: ${shown}.`;
  const hint = runId === undefined ? '' : `\n  hint: "poolproof ${cleanCommand}" tries again.`;
  return `error[not-deleted]: ${pools} of the run could not be deleted: ${shown}.${hint}`;
}

/** A signal that follows another one after some milliseconds. */
function delayedSignal(signal: AbortSignal | undefined, ms: number): AbortSignal {
  const later = new AbortController();
  const start = () => void setTimeout(() => later.abort(), ms).unref();
  if (signal?.aborted) start();
  else signal?.addEventListener('abort', start, { once: true });
  return later.signal;
}
