import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { UserError } from '../userError.ts';
import { checkCommand } from './contractCheckCommand.ts';
import { renderDiff } from './contractDiff.ts';
import { exportCommand, importCommand } from './contractFileCommands.ts';
import { contractSide } from './contractSide.ts';
import { printResult } from './print.ts';
import { didYouMeanClause, renderClause, renderClauseList } from './renderContract.ts';

type ContractSettings = Pick<RunSettings, 'edition' | 'basis'>;

/** `poolproof contract`: reads and compares contracts. */
export function contractCommand(program: Command, exit: (status: number) => void): void {
  const { edition, basis } = runDefinitions;
  const definitions = { edition, basis };
  const contract = program.command('contract').description('read, compare, import and check contracts');

  const list = contract
    .command('list')
    .argument('[prefix]', 'a clause or member, or the beginning of one')
    .description('list the clauses');
  addOptions<ContractSettings>(list, definitions);
  list.action((prefix: string | undefined, flags: Record<string, unknown>) => {
    const read = contractOfSettings(readSettings<ContractSettings>(definitions, flags));
    printResult(renderClauseList(read, prefix) ?? missing(prefix ?? '', didYouMeanClause(read, prefix ?? '')));
  });

  const show = contract
    .command('show')
    .argument('<clause>', 'a clause or member')
    .description('print a clause with its history and evidence');
  addOptions<ContractSettings>(show, definitions);
  show.action((name: string, flags: Record<string, unknown>) => {
    const read = contractOfSettings(readSettings<ContractSettings>(definitions, flags));
    printResult(renderClause(read, name) ?? missing(name, didYouMeanClause(read, name)));
  });

  const diff = contract
    .command('diff')
    .argument('<from>', 'edition, by date or as a model file')
    .argument('<to>', 'edition, by date or as a model file')
    .description('print what changed between two editions');
  addOptions<Pick<ContractSettings, 'basis'>>(diff, { basis });
  diff.action((from: string, to: string, flags: Record<string, unknown>) => {
    const settings = readSettings<Pick<ContractSettings, 'basis'>>({ basis }, flags);
    printResult(renderDiff(contractSide(from, settings.basis), contractSide(to, settings.basis)));
  });

  importCommand(contract);
  checkCommand(contract, exit);
  exportCommand(contract);
}

function contractOfSettings({ edition, basis }: ContractSettings) {
  return contractOf(edition, basis);
}

function missing(name: string, near: string): never {
  throw new UserError(
    'unknown-clause',
    `There is no clause or member "${name}".`,
    `Run "poolproof contract list" for every clause.${near}`,
  );
}
