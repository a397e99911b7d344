import { randomBytes } from 'node:crypto';
import type { Contract } from '../../specs/contract.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import { billable } from '../aws/billable.ts';
import { excuseRefusal } from '../aws/excuseRefusal.ts';
import { patienceFor } from '../execute/giveUp.ts';
import type { RunSetting } from '../execute/runSetting.ts';
import type { LeftBehind, TargetIdentity } from '../record/record.ts';
import { type ConnectionOptions, connectionOf } from '../settings/connectionSettings.ts';
import type { RunSettings } from '../settings/runSettings.ts';
import { packageVersion } from '../targets/packageVersion.ts';
import { describeEndedTarget } from '../targets/startedTarget.ts';
import { addressOf, mswPrefix, openTarget, type Target, type TargetSettings } from '../targets/target.ts';
import { budgetedTransport } from '../transport/budgetedTransport.ts';
import { type PoolLedger, poolLedger } from '../transport/poolLedger.ts';
import { rateLimitedTransport } from '../transport/rateLimitedTransport.ts';
import type { Redact } from '../transport/redact.ts';
import type { Transport } from '../transport/transport.ts';
import { redactedError, UserError } from '../userError.ts';
import { cleanUpSession } from './cleanUpSession.ts';
import { headerRedactor } from './headerRedactor.ts';
import { type ExistingSession, openExisting } from './openExisting.ts';
import { openPoolsWriter } from './openPools.ts';

/** A target that is ready to be tested, with what the run has to know about it. */
export interface Session
  extends Pick<
    RunSetting,
    'target' | 'transport' | 'runId' | 'existing' | 'notSent' | 'isExcused' | 'patience' | 'redact'
  > {
  /** Takes what is secret out of texts: nothing of an answer may be printed or written without it. */
  readonly redact: Redact;
  readonly keepsPools?: boolean;
  /** How many lanes the target allows, where that is not the user's choice. */
  readonly concurrency?: number;
  /** How a target in a process of ours ended early, with what it printed; or "". */
  readonly lastWords: () => Promise<string>;
  /** Restores an existing pool and deletes remaining pools, once; warns of what is left and gives it. */
  readonly cleanUp: () => Promise<LeftBehind>;
  /** Cleans up if that has not been done, stops what was started, and closes the connections. */
  readonly close: () => Promise<void>;
}

/** How a session is stopped, and what is called with what could not be done. */
export interface SessionControl {
  readonly stop?: {
    /** Why the session is to end, or null. */
    readonly reason: () => string | null;
    /** Aborted as soon as there is a reason. */
    readonly signal?: AbortSignal | undefined;
    /** Aborted when the user wants the end at once. */
    readonly urgent?: AbortSignal;
  };
  /** Absent: warnings are dropped; what is left behind is in the result of `cleanUp` all the same. */
  readonly warn?: (text: string) => void;
  /** False: the pools of the run are not listed in the out folder while they exist, and nothing is written. */
  readonly listsPools?: boolean;
  /** Opens the target. Absent: the one that the settings name. */
  readonly open?: (settings: SessionSettings, contract: Contract) => Promise<Target>;
}

/** The settings that a session is opened with. */
export type SessionSettings = Pick<
  RunSettings,
  | 'target'
  | 'targetName'
  | 'targetVersion'
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
> &
  Partial<Pick<RunSettings, 'client'>>;

/** Default requests per second on AWS: a third of the account's quota for updates. */
const awsRate = 5;

/** The maximum requests per second of a run; undefined for no limit. */
export function requestRate({ target, rate }: Pick<RunSettings, 'target' | 'rate'>): number | undefined {
  return rate ?? (target === 'aws' ? awsRate : undefined);
}

/** Starts the target where that is asked for, and opens it with rate limit, request budget and a ledger of its pools. */
export async function openSession(
  settings: SessionSettings,
  contract: Contract,
  { stop, warn: warnOf = () => {}, listsPools = true, open = openAnyTarget }: SessionControl = {},
): Promise<Session> {
  // Before the connection: some emulators write a new key and certificate with each start.
  const started = await startIfAsked(settings, () => (stop?.reason() ?? null) !== null).catch((error: unknown) => {
    throw redactedError(error, headerRedactor(settings));
  });
  const opened = await open(settings, contract).catch(async (error: unknown) => {
    await started?.stop();
    throw error;
  });
  const { redact } = opened;
  const warn = (text: string) => warnOf(redact(text));
  const isAws = settings.target === 'aws';
  const runId = isAws && settings.userPoolId === undefined ? newRunId() : undefined;
  const isListed = listsPools && opened.identity.kind !== 'mock' && settings.userPoolId === undefined;
  const list = isListed ? openPoolsWriter(settings.out, runId, warn) : undefined;
  const ledger = withLedger(opened, settings, list);
  const end = async () => {
    opened.transport.close();
    await started?.stop();
  };
  const existing = await openExisting(settings, contract, {
    transport: ledger.transport,
    warn,
    signal: stop?.signal,
  }).catch(async (error: unknown) => {
    await end();
    throw redactedError(error, redact);
  });
  const cleanCommand = `clean --region ${settings.region} --out ${shellQuote(settings.out)}`;
  const cleanUp = once(() => cleanUpSession({ ledger, runId, cleanCommand, existing, urgent: stop?.urgent, warn }));
  return {
    target: withNameAndVersion(opened.identity, settings),
    ...(existing === undefined ? { transport: ledger.transport } : { ...usedPool(existing), concurrency: 1 }),
    ...(isAws ? { isExcused: excuseRefusal } : {}),
    ...(runId === undefined ? {} : { runId, keepsPools: true }),
    ...(isAws && existing === undefined && !settings.allowBillable ? { notSent: billable } : {}),
    patience: patienceFor(settings.timeout),
    redact,
    lastWords: async () => {
      await started?.settled();
      return redact(describeEndedTarget(started) || goneTarget(opened));
    },
    cleanUp,
    close: async () => {
      try {
        await cleanUp();
      } finally {
        await end();
      }
    },
  };
}

function goneTarget({ ended }: Target): string {
  const how = ended?.() ?? null;
  return how === null ? '' : `The target is gone: ${how}.`;
}

function usedPool({ transport, existing, notSent }: ExistingSession) {
  return { transport, keepsPools: true, ...(existing && { existing }), ...(notSent && { notSent }) };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

async function openAnyTarget(settings: SessionSettings, contract: Contract): Promise<Target> {
  if (!settings.target.startsWith(mswPrefix)) return openConnected(settings, contract);
  const { mswTarget } = await import('./mswTarget.ts');
  return mswTarget(settings);
}

function withNameAndVersion(identity: TargetIdentity, settings: SessionSettings): TargetIdentity {
  const { targetName, targetVersion, target, start } = settings;
  const version = targetVersion ?? packageVersion(target, start, process.cwd());
  return {
    ...identity,
    ...(targetName === undefined ? {} : { id: targetName }),
    ...(version === undefined ? {} : { version }),
  };
}

async function startIfAsked({ start, target, readyTimeout }: SessionSettings, stopped: () => boolean) {
  if (start === undefined) return undefined;
  const endpoint = addressOf(target);
  if (endpoint !== undefined) {
    const { startTarget } = await import('../targets/startTarget.ts');
    return startTarget({ command: start, endpoint, readyTimeout, stopped });
  }
  throw new UserError(
    'nothing-to-start',
    `--start needs a target with an address, not "${target}".`,
    'Give --target the URL on which the command listens.',
  );
}

/** A target with its headers and certificates. */
export async function openConnected(
  settings: Omit<TargetSettings, 'connection'> & ConnectionOptions,
  contract: Contract,
): Promise<Target> {
  const { target, region, timeout, client = 'lean' } = settings;
  const connection = connectionOf(target, settings);
  return openTarget({ target, region, timeout, connection, client }, contract);
}

function withLedger(
  { transport }: Target,
  settings: SessionSettings,
  changed: ((open: readonly string[]) => void) | undefined,
): PoolLedger {
  const rate = requestRate(settings);
  const paced = rate === undefined ? transport : rateLimitedTransport(transport, rate);
  let open: () => number = () => 0;
  const spared: Transport =
    settings.maxRequests === undefined ? paced : budgetedTransport(paced, settings.maxRequests, () => open());
  const ledger = poolLedger(spared, changed);
  open = () => ledger.open().length;
  return ledger;
}

function newRunId(): string {
  const moment = new Date().toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
  return `${moment}-${randomBytes(3).toString('hex')}`;
}
