import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../specs/contract.ts';
import { billable } from '../aws/billable.ts';
import { excused } from '../aws/excused.ts';
import { leftovers } from '../aws/leftovers.ts';
import { removeRemaining } from '../execute/cleanUpPools.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import { removePool } from '../execute/scratchPool.ts';
import type { TargetIdentity } from '../record/record.ts';
import { writeWhole } from '../record/recordFile.ts';
import { type ConnectionOptions, connectionOf } from '../settings/connectionSettings.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { lastWords, startTarget } from '../targets/startTarget.ts';
import { addressOf, openTarget, type Target, type TargetSettings } from '../targets/target.ts';
import { budgetedTransport } from '../transport/budgetedTransport.ts';
import { type PoolLedger, poolLedger } from '../transport/poolLedger.ts';
import { ratedTransport } from '../transport/ratedTransport.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import { UserError } from '../userError.ts';
import { mswPrefix, mswTarget } from './mswTarget.ts';
import { openExisting } from './openExisting.ts';
import { printError } from './print.ts';

/** A target that is ready to be tested, with what the run has to know of it. */
export interface Session
  extends Pick<RunSetting, 'target' | 'transport' | 'runId' | 'existing' | 'notSent' | 'isExcused'> {
  readonly keepsPools?: boolean;
  /** How many lanes the target bears, where that is not the user's choice. */
  readonly concurrency?: number;
  /** Why a started target ended, or "". */
  readonly lastWords: () => string;
  /** Puts back what was there, deletes what is left, stops what was started, and closes the connections. */
  readonly close: () => Promise<void>;
}

/** What a session is opened by. */
export type SessionSettings = Pick<
  RunSettings,
  | 'target'
  | 'targetName'
  | 'region'
  | 'timeout'
  | 'concurrency'
  | 'out'
  | 'header'
  | 'ca'
  | 'insecure'
  | 'start'
  | 'readyTimeout'
  | 'rate'
  | 'maxRequests'
  | 'allowBillable'
  | 'userPoolId'
  | 'allowExisting'
  | 'allowUsers'
>;

/** The file in the out folder that lists the pools of a run on AWS as long as they are there. */
export const openPoolsFile = 'open-pools.json';

/** Requests per second on AWS unless told otherwise: a third of what an account may update in all. */
const awsRate = 5;

/** The rate that a run keeps to. */
export function rateOf({ target, rate }: Pick<RunSettings, 'target' | 'rate'>): number | undefined {
  return rate ?? (target === 'aws' ? awsRate : undefined);
}

/** Starts the target where that is asked for, and opens it with rate, budget and books. */
export async function openSession(
  settings: SessionSettings,
  contract: Contract,
  stopped: () => boolean = () => false,
): Promise<Session> {
  // First, for there are emulators that leave a key and a certificate for each start.
  const started = await startedTarget(settings, stopped);
  const opened = await opening(settings, contract).catch(async (error: unknown) => {
    await started?.stop();
    throw error;
  });
  const isAws = settings.target === 'aws';
  const ledger = booked(opened, settings, isAws ? booksIn(settings.out) : undefined);
  const end = async () => {
    opened.transport.close();
    await started?.stop();
  };
  const existing = await openExisting(settings, contract, ledger.transport).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const runId = isAws && existing === undefined ? newRunId() : undefined;
  return {
    target: named(opened.identity, settings.targetName),
    ...(existing === undefined ? { transport: ledger.transport } : { ...existing, keepsPools: true, concurrency: 1 }),
    ...(isAws ? { isExcused: excused } : {}),
    ...(runId === undefined ? {} : { runId, keepsPools: true }),
    ...(isAws && existing === undefined && !settings.allowBillable ? { notSent: billable } : {}),
    lastWords: () => lastWords(started),
    close: async () => {
      try {
        await existing?.restore();
        await emptied(ledger, runId);
      } finally {
        await end();
      }
    },
  };
}

async function opening(settings: SessionSettings, contract: Contract): Promise<Target> {
  return settings.target.startsWith(mswPrefix) ? mswTarget(settings) : openConnected(settings, contract);
}

function named(identity: TargetIdentity, name: string | undefined): TargetIdentity {
  return name === undefined ? identity : { ...identity, id: name };
}

async function startedTarget({ start, target, readyTimeout }: SessionSettings, stopped: () => boolean) {
  if (start === undefined) return undefined;
  const endpoint = addressOf(target);
  if (endpoint !== undefined) return startTarget({ command: start, endpoint, readyTimeout, stopped });
  throw new UserError(
    'nothing-to-start',
    `--start goes with a target that has an address, not with "${target}".`,
    'Give --target the URL on which the command listens.',
  );
}

/** A target with its headers and certificates. */
export function openConnected(
  settings: Omit<TargetSettings, 'connection'> & ConnectionOptions,
  contract: Contract,
): Target {
  const { target, region, timeout, concurrency } = settings;
  return openTarget({ target, region, timeout, concurrency, connection: connectionOf(target, settings) }, contract);
}

function booked(
  { transport }: Target,
  settings: SessionSettings,
  changed: ((open: readonly string[]) => void) | undefined,
): PoolLedger {
  const rate = rateOf(settings);
  const paced = rate === undefined ? transport : ratedTransport(transport, rate);
  let open: () => number = () => 0;
  const spared: Transport =
    settings.maxRequests === undefined ? paced : budgetedTransport(paced, settings.maxRequests, () => open());
  const ledger = poolLedger(spared, changed);
  open = () => ledger.open().length;
  return ledger;
}

function booksIn(out: string): (open: readonly string[]) => void {
  const path = join(out, openPoolsFile);
  return (open) => {
    if (open.length === 0) rmSync(path, { force: true });
    else writeWhole(path, `${JSON.stringify(open)}\n`);
  };
}

function newRunId(): string {
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
  return `${moment}-${randomBytes(3).toString('hex')}`;
}

/** Milliseconds before each round of deletions: throttling and faults of AWS pass. */
const patience = [0, 500, 2000, 5000];

async function emptied(ledger: PoolLedger, runId: string | undefined): Promise<void> {
  const left = await removeRemaining(ledger, runId === undefined ? [0] : patience);
  if (runId === undefined) return;
  if (ledger.lost()) {
    for (const { id } of await leftovers(ledger.transport, { runId })) await removePool(ledger.transport, id);
  }
  if (left.length > 0) {
    printError(`These pools could not be deleted: ${left.join(', ')}. "poolproof clean" tries again.`);
  }
}
