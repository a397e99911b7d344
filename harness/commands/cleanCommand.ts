import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { findLeftovers, type Leftover } from '../aws/findLeftovers.ts';
import { removePool } from '../execute/removePool.ts';
import { openConnected, openPoolsFile, requestRate } from '../session/openSession.ts';
import type { Definitions } from '../settings/definition.ts';
import { yesOrNo } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { isAccepted } from '../transport/answer.ts';
import { rateLimitedTransport } from '../transport/rateLimitedTransport.ts';
import { UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import { printError, printResult } from './print.ts';

interface CleanSettings
  extends Pick<RunSettings, 'target' | 'timeout' | 'rate' | 'out' | 'header' | 'ca' | 'insecure'> {
  readonly region: string | undefined;
  readonly yes: boolean;
}

const { timeout, rate, header, ca, insecure } = runDefinitions;

const definitions: Definitions<CleanSettings> = {
  target: { ...runDefinitions.target, description: 'where to look: "aws" or an emulator', fallback: 'aws' },
  region: { ...runDefinitions.region, description: 'Region to look in', fallback: undefined },
  yes: { description: 'delete without asking', read: yesOrNo, fallback: false },
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
  const { transport: fast } = openConnected({ ...settings, region, concurrency: 1 }, contract);
  const transport = rateLimitedTransport(fast, requestRate(settings) ?? 1000);
  try {
    const found = await findLeftovers(transport, { listed: openPoolsIn(settings.out) });
    const where = caller === undefined ? settings.target : `account ${caller.account}, ${region}`;
    if (found.length === 0) {
      printResult(`poolproof left no pools at ${where}.`);
      return 0;
    }
    printResult(
      [`Pools of poolproof at ${where}, those of running runs included:`, ...found.map(leftoverLine)].join('\n'),
    );
    if (!settings.yes && !(await confirmDeletion(found.length))) return 0;
    const kept: string[] = [];
    for (const { id } of found) if (!isAccepted(await removePool(transport, id))) kept.push(id);
    printResult(`Deleted ${found.length - kept.length} of ${found.length}.`);
    if (kept.length > 0)
      printError(`error[not-deleted]: These pools could not be deleted: ${kept.join(', ')}.\n  hint: Try again.`);
    return kept.length === 0 ? 0 : 3;
  } finally {
    transport.close();
  }
}

function leftoverLine({ id, name, by }: Leftover): string {
  return `  ${id}  ${name}  (recognised by ${by === 'list' ? 'the list of its run' : `its ${by}`})`;
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

function openPoolsIn(out: string): readonly string[] {
  const path = join(out, openPoolsFile);
  if (!existsSync(path)) return [];
  const ids: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(ids) ? ids.map(String) : [];
}
