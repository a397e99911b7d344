import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { plural } from '../../specs/plural.ts';
import { findLeftovers, type Leftover, nameOfRun } from '../aws/findLeftovers.ts';
import { runsGoingOn } from '../aws/runsGoingOn.ts';
import { removePool } from '../execute/removePool.ts';
import { oneLine } from '../figures/visibleText.ts';
import { isListedRunGoingOn, type OpenPools, readOpenPools } from '../session/openPools.ts';
import { openConnected, requestRate } from '../session/openSession.ts';
import type { Definitions } from '../settings/definition.ts';
import { yesOrNo } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { isAccepted } from '../transport/answer.ts';
import { rateLimitedTransport } from '../transport/rateLimitedTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { redactedError, UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import { printError, printResult } from './print.ts';

interface CleanSettings
  extends Pick<RunSettings, 'target' | 'timeout' | 'rate' | 'out' | 'header' | 'ca' | 'insecure'> {
  readonly region: string | undefined;
  readonly yes: boolean;
  readonly includeRunning: boolean;
}

const { timeout, rate, header, ca, insecure } = runDefinitions;

const definitions: Definitions<CleanSettings> = {
  target: { ...runDefinitions.target, description: 'where to look: "aws" or an emulator', fallback: 'aws' },
  region: { ...runDefinitions.region, description: 'Region to look in', fallback: undefined },
  yes: { description: 'delete without asking', read: yesOrNo, fallback: false },
  includeRunning: {
    description: 'also delete pools of runs that may still be going on: touched within the last hour',
    read: yesOrNo,
    fallback: false,
  },
  out: { ...runDefinitions.out, description: 'the out folder of the interrupted run; it lists its pools' },
  timeout,
  rate,
  header,
  ca,
  insecure,
};

/** `poolproof clean`: deletes the pools that an interrupted run left behind. */
export function cleanCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('clean')
    .description('find and delete user pools that an interrupted run left behind');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) => exit(await clean(readSettings(definitions, flags))));
}

async function clean(settings: CleanSettings): Promise<number> {
  const caller = await callerFor(settings.target, settings.region);
  const region = caller?.region ?? settings.region ?? 'us-east-1';
  const contract = contractOf(newestEdition.date, 'observed');
  const { transport: fast, redact } = await openConnected({ ...settings, region }, contract);
  const transport = rateLimitedTransport(fast, requestRate(settings) ?? 1000);
  try {
    const list = readOpenPools(settings.out, printError);
    const found = await findLeftovers(transport, { list });
    const where = caller === undefined ? settings.target : `account ${caller.account}, ${region}`;
    return await deletePools(transport, chosenPools(found, list, settings, where), settings);
  } catch (error) {
    throw redactedError(error, redact);
  } finally {
    transport.close();
  }
}

/** The pools that may be deleted; prints them, and those that are not taken with the reason. */
function chosenPools(
  found: readonly Leftover[],
  list: OpenPools | undefined,
  { includeRunning }: CleanSettings,
  where: string,
): readonly Leftover[] {
  const now = Date.now();
  const running = includeRunning ? new Set() : runsGoingOn(found, (run) => isKnownToRun(run, list), now);
  const taken = found.filter(({ run }) => !running.has(run));
  const spared = found.filter(({ run }) => running.has(run));
  if (taken.length === 0) printResult(`poolproof left no pools at ${where}.`);
  else printResult([`Pools of poolproof at ${where}:`, ...taken.map((pool) => leftoverLine(pool, now))].join('\n'));
  if (spared.length > 0) {
    const lines = spared.map((pool) => leftoverLine(pool, now));
    printResult(['Not taken, for their run may be going on (--include-running takes them):', ...lines].join('\n'));
  }
  return taken;
}

function isKnownToRun(run: string, list: OpenPools | undefined): boolean | undefined {
  return list === undefined || nameOfRun(list) !== run ? undefined : isListedRunGoingOn(list);
}

async function deletePools(transport: Transport, pools: readonly Leftover[], { yes }: CleanSettings): Promise<number> {
  if (pools.length === 0 || (!yes && !(await confirmDeletion(pools.length)))) return 0;
  const kept: string[] = [];
  for (const { id } of pools) if (!isAccepted(await removePool(transport, id))) kept.push(id);
  printResult(`Deleted ${pools.length - kept.length} of ${pools.length}.`);
  if (kept.length > 0)
    printError(
      `error[not-deleted]: These pools could not be deleted: ${kept.map((id) => oneLine(id, 100)).join(', ')}.\n  hint: Try again.`,
    );
  return kept.length === 0 ? 0 : 3;
}

function leftoverLine({ id, name, by, run, createdAt, isProtected }: Leftover, now: number): string {
  const age = createdAt === null ? 'of unknown age' : `${ageText(now - createdAt)} old`;
  const protection = isProtected ? ', protected' : '';
  const how = by === 'list' ? 'the list of its run' : `its ${by}`;
  return `  ${oneLine(id, 60)}  ${oneLine(name, 128)}  ${age}, run ${run}${protection}  (recognised by ${how})`;
}

function ageText(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return plural(minutes, 'minute');
  return minutes < 2880 ? plural(Math.round(minutes / 60), 'hour') : plural(Math.round(minutes / 1440), 'day');
}

async function confirmDeletion(count: number): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    throw new UserError(
      'not-confirmed',
      'Nothing was deleted: standard input is not a terminal, so nobody can confirm.',
      'Give --yes to delete them.',
    );
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`Delete ${count} user pools? [y/N] `);
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}
