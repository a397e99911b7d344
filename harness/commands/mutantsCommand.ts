import type { Command } from 'commander';
import { didYouMean } from '../../specs/nearest.ts';
import type { Kill } from '../kill/kill.ts';
import { killTable, mutantIds } from '../kill/killTable.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { type MutantGroup, mutantGroups } from '../targets/mutants/mutant.ts';
import { UserError } from '../userError.ts';
import { printError, printResult } from './print.ts';

interface MutantsSettings extends Pick<RunSettings, 'edition' | 'basis' | 'region' | 'seed' | 'cases' | 'quiet'> {
  readonly group: MutantGroup | undefined;
  readonly only: string | undefined;
  readonly jobs: number;
  readonly json: boolean;
}

const { edition, basis, region, seed, cases, quiet } = runDefinitions;

const definitions: Definitions<MutantsSettings> = {
  edition,
  basis,
  region,
  seed,
  cases,
  group: {
    argument: '<name>',
    description: `only one group: ${mutantGroups.join(', ')}`,
    read: groupOf,
    fallback: undefined,
  },
  only: {
    argument: '<prefix>',
    description: 'only mutants whose id begins with this',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  jobs: { argument: '<number>', description: 'number of worker threads', read: jobsOf, fallback: 2 },
  json: { description: 'print the table as JSON', read: (text) => ({ value: text === 'true' }), fallback: false },
  quiet,
};

/** `poolproof mutants`: the kill table, which proves that the harness detects what it should. */
export function mutantsCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('mutants')
    .description('run against mocks with one defect each; every defect has to be caught');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) =>
    exit(await printKillTable(readSettings(definitions, flags))),
  );
}

async function printKillTable(settings: MutantsSettings): Promise<number> {
  const { json, quiet, group, only, ...rest } = settings;
  const task = { ...rest, ...(group === undefined ? {} : { group }), ...(only === undefined ? {} : { only }) };
  if (mutantIds(task).length === 0) throw noSuchMutant(task, only ?? '');
  const show = (done: number, of: number) => {
    if (!quiet && done % 50 === 0) printError(`${done} of ${of} mutants`);
  };
  const kills = await killTable({ ...task, progress: show });
  printResult(json ? JSON.stringify(kills, undefined, 2) : killTableText(kills, settings.seed));
  return kills.some(isFailure) ? 1 : 0;
}

function noSuchMutant(task: Parameters<typeof mutantIds>[0], only: string): UserError {
  const { only: _wanted, group: _group, ...all } = task;
  const hint = `"poolproof mutants --list" lists them.${didYouMean(only, mutantIds(all))}`;
  return new UserError('nothing-to-run', `No mutant's id begins with "${only}".`, hint);
}

function killTableText(kills: readonly Kill[], seed: number): string {
  const width = Math.max(...kills.map(({ id }) => id.length));
  const count = (outcome: Kill['outcome']) => kills.filter((kill) => kill.outcome === outcome).length;
  const wrong = kills.filter(({ isRightMember }) => isRightMember === false).length;
  const requests = kills.reduce((sum, kill) => sum + kill.requests, 0);
  return [
    ...kills.map((kill) => killLine(kill, width)),
    '',
    `${kills.length} mutants: ${count('caught')} caught, ${count('survived')} survived, ${count('equivalent')} equivalent, ${count('disproved')} disproved, ${count('errored')} not judged.`,
    `${wrong} named a wrong member. ${requests} requests, seed ${seed}.`,
  ].join('\n');
}

function killLine({ id, outcome, by, isRightMember, requests }: Kill, width: number): string {
  const member = isRightMember === null ? '' : isRightMember ? 'right member' : 'WRONG MEMBER';
  const what = isFailure({ outcome }) ? outcome.toUpperCase() : outcome;
  return `${id.padEnd(width)}  ${what.padEnd(10)}  ${member.padEnd(12)}  ${`${requests}`.padStart(5)}  ${by ?? ''}`.trimEnd();
}

function isFailure({ outcome }: Pick<Kill, 'outcome'>): boolean {
  return outcome !== 'caught' && outcome !== 'equivalent';
}

function groupOf(text: string): { readonly value: MutantGroup } | { readonly problem: string } {
  const value = mutantGroups.find((group) => group === text);
  return value === undefined ? { problem: `has to be one of ${mutantGroups.join(', ')}, not "${text}"` } : { value };
}

function jobsOf(text: string): { readonly value: number } | { readonly problem: string } {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= 64
    ? { value }
    : { problem: `has to be a whole number from 1 to 64, not "${text}"` };
}
