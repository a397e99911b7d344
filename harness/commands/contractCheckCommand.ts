import type { Command } from 'commander';
import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import type { Row } from '../../specs/editions/rows.ts';
import { completeness, type IncompleteClause } from '../contracts/completeness.ts';
import { drift } from '../contracts/drift.ts';
import { importEdition } from '../contracts/importEdition.ts';
import type { RowDifference } from '../contracts/rowDifferences.ts';
import { planLanes } from '../session/planLanes.ts';
import type { Definitions } from '../settings/definition.ts';
import { availablePhases, type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { printResult } from './print.ts';

type CheckSettings = Pick<RunSettings, 'edition' | 'basis' | 'region'>;

/** `poolproof contract check`: does the newest edition lag behind a model, or is a clause of ours incomplete? */
export function checkCommand(contract: Command, exit: (status: number) => void): void {
  const { edition, basis, region } = runDefinitions;
  const definitions: Definitions<CheckSettings> = { edition, basis, region };
  const command = contract
    .command('check')
    .argument('[file]', 'a published model; without it, the built-in clauses are checked')
    .description(
      'fail where a model says something that no edition says, or where a clause lacks evidence, examples, mutant or case',
    );
  addOptions(command, definitions);
  command.action((path: string | undefined, flags: Record<string, unknown>) => {
    const settings = readSettings(definitions, flags);
    const { text, passed } = path === undefined ? checkClauses(settings) : checkModel(path);
    printResult(text);
    exit(passed ? 0 : 1);
  });
}

interface CheckResult {
  readonly text: string;
  readonly passed: boolean;
}

function checkModel(path: string): CheckResult {
  const imported = importEdition(path);
  const { nearest, news, newErrors, dialect } = drift(imported);
  const lines = [...news.map(rowDifferenceLine), ...newErrors.map((name) => `+ error ${name}`)];
  const known = dialect.length === 0 ? '' : ` ${dialect.length} patterns differ only in how Smithy writes them.`;
  if (lines.length === 0) {
    const same = `"${path}" says nothing new. The nearest edition is ${nearest}, the newest ${newestEdition.date}.`;
    return { text: `${same}${known}`, passed: true };
  }
  const title = `The newest edition, ${newestEdition.date}, lags behind "${path}" in ${lines.length} places:`;
  return { text: [title, ...lines.map((line) => `  ${line}`)].join('\n'), passed: false };
}

function rowDifferenceLine({ path, from, to }: RowDifference): string {
  if (from === undefined) return `+ ${path} ${rowText(to)}`;
  return to === undefined ? `- ${path} ${rowText(from)}` : `~ ${path} ${rowText(from)} is now ${rowText(to)}`;
}

function rowText(row: Row | undefined): string {
  return JSON.stringify(row ?? null);
}

function checkClauses({ edition, basis, region }: CheckSettings): CheckResult {
  const contract = contractOf(edition, basis);
  const { cases, seed } = { cases: 450, seed: 1 };
  const lanes = planLanes({ edition, basis, region, phases: availablePhases, seed, cases, only: undefined });
  const planned = lanes.flatMap((lane) => [...lane.cases]);
  const found = completeness(contract, { mutants: mutantsOf(contract), cases: planned });
  const count = `${contract.clauses.length} clauses of ${edition} (${basis})`;
  if (found.length === 0) {
    return { text: `All ${count} have evidence, examples, a mutant and a case, where that is possible.`, passed: true };
  }
  return {
    text: [`${found.length} of ${count} are incomplete:`, ...found.map(incompleteLine)].join('\n'),
    passed: false,
  };
}

function incompleteLine({ clause, lacks }: IncompleteClause): string {
  return `  ${clause} lacks ${lacks.join(', ')}`;
}
