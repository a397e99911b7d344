import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { UserError } from '../userError.ts';
import { nearestClauses, renderClause, renderClauseList } from './contract.ts';
import { renderDiff } from './contractDiff.ts';
import { didYouMean } from './nearest.ts';
import { printResult } from './print.ts';
import { type RunSettings, runDefinitions } from './runSettings.ts';
import { addOptions, readSettings } from './settings.ts';

type ContractSettings = Pick<RunSettings, 'edition' | 'basis'>;

/** `poolproof contract`: reads and compares contracts. */
export function contractCommand(program: Command, _exit: (status: number) => void): void {
  const { edition, basis } = runDefinitions;
  const definitions = { edition, basis };
  const contract = program.command('contract').description('read the contract: list, show, diff');

  const list = contract
    .command('list')
    .argument('[prefix]', 'a clause or member, or where they begin')
    .description('print every clause, a line each');
  addOptions<ContractSettings>(list, definitions);
  list.action((prefix: string | undefined, flags: Record<string, unknown>) => {
    const read = contractFrom(readSettings<ContractSettings>(definitions, flags));
    printResult(renderClauseList(read, prefix) ?? missing(prefix ?? '', nearestClauses(read, prefix ?? '')));
  });

  const show = contract
    .command('show')
    .argument('<clause>', 'a clause or member')
    .description('print a clause with its history and evidence');
  addOptions<ContractSettings>(show, definitions);
  show.action((name: string, flags: Record<string, unknown>) => {
    const read = contractFrom(readSettings<ContractSettings>(definitions, flags));
    printResult(renderClause(read, name) ?? missing(name, nearestClauses(read, name)));
  });

  const diff = contract
    .command('diff')
    .argument('<from>', 'edition, by date')
    .argument('<to>', 'edition, by date')
    .description('print what changed between two editions');
  addOptions<Pick<ContractSettings, 'basis'>>(diff, { basis });
  diff.action((from: string, to: string, flags: Record<string, unknown>) => {
    const settings = readSettings<Pick<ContractSettings, 'basis'>>({ basis }, flags);
    printResult(renderDiff(editionNamed(from), editionNamed(to), settings.basis));
  });
}

function contractFrom({ edition, basis }: ContractSettings) {
  return contractOf(edition, basis);
}

function editionNamed(text: string): EditionDate {
  const date = editionDates.find((one) => one === text);
  if (date !== undefined) return date;
  throw new UserError(
    'unknown-edition',
    `There is no edition "${text}".`,
    `There are ${editionDates.join(', ')}.${didYouMean(text, editionDates)}`,
  );
}

function missing(name: string, near: string): never {
  throw new UserError(
    'unknown-clause',
    `No clause or member is "${name}".`,
    `Run "poolproof contract list" for every clause.${near}`,
  );
}
