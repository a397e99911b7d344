import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { killTable, mutantIds } from '../kill/killTable.ts';
import { mixTable, placedMixes } from '../kill/mixTable.ts';
import { oddServerIds, oddTable } from '../kill/oddTable.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { type MutantGroup, mutantGroups } from '../targets/mutants/mutant.ts';
import { type OddGroup, oddGroups } from '../targets/odd/oddServer.ts';
import { UserError } from '../userError.ts';
import { mutantList } from './mutantList.ts';
import { isUnearned, isWanting, oddLines, tablesText } from './mutantTables.ts';
import { printError, printResult } from './print.ts';

interface MutantsSettings extends Pick<RunSettings, 'edition' | 'basis' | 'region' | 'seed' | 'cases' | 'quiet'> {
  readonly group: MutantGroup | OddGroup | undefined;
  readonly only: string | undefined;
  readonly jobs: number;
  readonly long: boolean;
  readonly json: boolean;
  readonly list: boolean;
}

const { edition, basis, region, seed, cases, quiet } = runDefinitions;

const groups = [...mutantGroups, ...oddGroups];

const definitions: Definitions<MutantsSettings> = {
  edition,
  basis,
  region,
  seed,
  cases,
  group: {
    argument: '<name>',
    description: `only one group: ${groups.join(', ')}`,
    read: groupOf,
    fallback: undefined,
  },
  only: {
    argument: '<prefix>',
    description: 'only rows whose id begins with this, or that are about this clause or member',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  jobs: { argument: '<number>', description: 'number of worker threads', read: jobsOf, fallback: 2 },
  long: {
    description:
      'only the odd servers, mixed, in every edition and basis, with every case of 20 seeds; takes about an hour',
    read: (text) => ({ value: text === 'true' }),
    fallback: false,
  },
  list: {
    description: 'list the mutants without running them',
    read: (text) => ({ value: text === 'true' }),
    fallback: false,
  },
  json: { description: 'print the tables as JSON', read: (text) => ({ value: text === 'true' }), fallback: false },
  quiet,
};

/** `poolproof mutants`: two tables, which prove that the harness detects what it should and is silent where it should be. */
export function mutantsCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('mutants')
    .description('run against mocks with one defect each, which have to be caught, and odd ones that are right');
  addOptions(command, definitions);
  command.action(async (flags: Record<string, unknown>) => {
    const settings = readSettings(definitions, flags);
    exit(await (settings.long ? printLongTable(settings) : printTables(settings)));
  });
}

async function printTables(settings: MutantsSettings): Promise<number> {
  const { json, quiet, long: _long, list, ...task } = settings;
  const [forMutants, forOdd] = [mutantTask(task), oddTask(task)];
  if (taskSize(forMutants, mutantIds) + taskSize(forOdd, oddServerIds) === 0) throw noSuchRow(settings);
  if (list) {
    const ids = forMutants === undefined ? [] : mutantIds(forMutants);
    printResult(mutantList(settings.edition, settings.basis, ids, json));
    return 0;
  }
  const progress = (what: string) => (done: number, of: number) => {
    if (!quiet && done % 50 === 0) printError(`${done} of ${of} ${what}`);
  };
  const mutants = forMutants === undefined ? [] : await killTable({ ...forMutants, progress: progress('mutants') });
  const odd = forOdd === undefined ? [] : await oddTable({ ...forOdd, progress: progress('odd servers') });
  printResult(json ? JSON.stringify({ mutants, odd }, undefined, 2) : tablesText({ mutants, odd }, settings.seed));
  return mutants.some(isWanting) || odd.some(isUnearned) ? 1 : 0;
}

type Task = Omit<MutantsSettings, 'json' | 'quiet' | 'long' | 'list'>;

// Undefined where the group is one of the other table.
function mutantTask({ group, only, ...rest }: Task) {
  const known = mutantGroups.find((name) => name === group);
  if (group !== undefined && known === undefined) return undefined;
  return { ...rest, ...(known === undefined ? {} : { group: known }), ...(only === undefined ? {} : { only }) };
}

function oddTask({ group, only, ...rest }: Task) {
  const known = oddGroups.find((name) => name === group);
  if (group !== undefined && known === undefined) return undefined;
  const chosen = { ...(known === undefined ? {} : { group: known }), ...(only === undefined ? {} : { only }) };
  return { ...rest, ...chosen, whole: false };
}

function taskSize<T>(task: T | undefined, ids: (task: T) => readonly string[]): number {
  return task === undefined ? 0 : ids(task).length;
}

const longSeeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** Odd servers with many oddities at once, in every edition and basis and by every seed: prints the alarms alone. */
async function printLongTable({ region, cases, only, jobs, quiet, ...settings }: MutantsSettings): Promise<number> {
  // Every edition and basis by one seed before the next seed: what is stopped early has looked everywhere.
  const places = longSeeds.flatMap((seed) =>
    editionDates.flatMap((edition) => (['observed', 'documented'] as const).map((basis) => ({ edition, basis, seed }))),
  );
  const task = { region, cases, places, ...(only === undefined ? {} : { only }) };
  if (placedMixes(task).length === 0) throw noSuchRow({ region, cases, only, jobs, quiet, ...settings });
  const progress = (done: number, of: number) => {
    if (!quiet && done % 25 === 0) printError(`${done} of ${of} mixes`);
  };
  const mixes = await mixTable({ ...task, jobs, progress });
  const loud = mixes.filter(isUnearned);
  for (const verdict of loud) printResult(oddLines(verdict, 0).join('\n'));
  printResult(`${loud.length} of ${mixes.length} mixes with an undeserved finding, in ${places.length} combinations.`);
  return loud.length > 0 ? 1 : 0;
}

function noSuchRow({ only = '', ...settings }: MutantsSettings): UserError {
  const { edition, basis, region, seed, cases } = settings;
  const all = { edition, basis, region, seed, cases };
  const about = contractOf(edition, basis).clauses.flatMap(({ id, member }) => [id, member]);
  const ids = [...new Set([...about, ...mutantIds(all), ...oddServerIds({ ...all, whole: false })])];
  const hint = `"poolproof mutants --list" lists all.${didYouMean(only, ids)}`;
  return new UserError('nothing-to-run', `No mutant and no odd server is called or is about "${only}".`, hint);
}

function groupOf(text: string): { readonly value: MutantGroup | OddGroup } | { readonly problem: string } {
  const value = groups.find((group) => group === text);
  return value === undefined ? { problem: `has to be one of ${groups.join(', ')}, not "${text}"` } : { value };
}

function jobsOf(text: string): { readonly value: number } | { readonly problem: string } {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= 1 && value <= 64
    ? { value }
    : { problem: `has to be a whole number from 1 to 64, not "${text}"` };
}
