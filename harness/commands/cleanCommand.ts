import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { type Leftover, leftovers } from '../aws/leftovers.ts';
import { removePool } from '../execute/scratchPool.ts';
import { yesOrNo } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, type Definitions, readSettings } from '../settings/settings.ts';
import { isAccepted } from '../transport/answer.ts';
import { ratedTransport } from '../transport/ratedTransport.ts';
import { UserError } from '../userError.ts';
import { callerFor } from './announce.ts';
import { openConnected, openPoolsFile, rateOf } from './openSession.ts';
import { printError, printResult } from './print.ts';

interface CleanSettings
  extends Pick<RunSettings, 'target' | 'timeout' | 'rate' | 'out' | 'header' | 'ca' | 'insecure'> {
  readonly region: string | undefined;
  readonly yes: boolean;
}

const { timeout, rate, header, ca, insecure } = runDefinitions;

const definitions: Definitions<CleanSettings> = {
  target: { ...runDefinitions.target, says: 'where to look: "aws" or an emulator', fallback: 'aws' },
  region: { ...runDefinitions.region, says: 'Region to look in', fallback: undefined },
  yes: { says: 'delete without asking', read: yesOrNo, fallback: false },
  out: { ...runDefinitions.out, says: 'the out folder of the run that was killed; it lists its pools' },
  timeout,
  rate,
  header,
  ca,
  insecure,
};

/** `poolproof clean`: deletes the pools that a killed run left behind. */
export function cleanCommand(program: Command, exit: (status: number) => void): void {
  const command = program.command('clean').description('find and delete user pools that a killed run left behind');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) => exit(await clean(readSettings(definitions, flags))));
}

async function clean(settings: CleanSettings): Promise<number> {
  const caller = await callerFor(settings.target, settings.region);
  const region = caller?.region ?? settings.region ?? 'us-east-1';
  const contract = contractOf(newestEdition.date, 'observed');
  const { transport: fast } = openConnected({ ...settings, region, concurrency: 1 }, contract);
  const transport = ratedTransport(fast, rateOf(settings) ?? 1000);
  try {
    const found = await leftovers(transport, { listed: listedIn(settings.out) });
    const where = caller === undefined ? settings.target : `account ${caller.account}, ${region}`;
    if (found.length === 0) {
      printResult(`Nothing is left of poolproof at ${where}.`);
      return 0;
    }
    printResult([`Left of poolproof at ${where}, a run that is going on included:`, ...found.map(told)].join('\n'));
    if (!settings.yes && !(await isWanted(found.length))) return 0;
    const kept: string[] = [];
    for (const { id } of found) if (!isAccepted(await removePool(transport, id))) kept.push(id);
    printResult(`Deleted ${found.length - kept.length} of ${found.length}.`);
    if (kept.length > 0) printError(`error[not-deleted]: Still there: ${kept.join(', ')}.\n  hint: Try again.`);
    return kept.length === 0 ? 0 : 3;
  } finally {
    transport.close();
  }
}

function told({ id, name, by }: Leftover): string {
  return `  ${id}  ${name}  (known by its ${by === 'list' ? 'place in the list of its run' : by})`;
}

async function isWanted(count: number): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    throw new UserError('not-confirmed', 'Nothing was deleted, for nobody can be asked.', 'Say --yes to delete them.');
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`Delete ${count} user pools? [y/N] `);
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}

function listedIn(out: string): readonly string[] {
  const path = join(out, openPoolsFile);
  if (!existsSync(path)) return [];
  const ids: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(ids) ? ids.map(String) : [];
}
