import { availableParallelism, freemem, homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { phases } from '../../generators/cases/case.ts';
import { boardTargets } from '../board/boardTargets.ts';
import { checkScripts } from '../board/checkScripts.ts';
import { controls } from '../board/controls.ts';
import { listTargets } from '../board/listTargets.ts';
import { makeBoard } from '../board/makeBoard.ts';
import { selectTargets } from '../board/selectTargets.ts';
import { printError, printResult } from '../commands/print.ts';
import { takeFolder } from '../record/takeFolder.ts';
import { exitOnSignals } from './exitOnSignals.ts';
import { numberOption, wordOption } from './optionValues.ts';
import { runWithUsage } from './runWithUsage.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/**
 * `npm run board`: real emulators side by side. Status 0: published, nothing moved, or every script checked; 1: published, a target
 * moved, or a script does not show its finding; 2: wrong use; 3: a control came out wrong, or nothing could be tested.
 */
const usage = `npm run board -- [options]
  --only <names>       only these targets, comma-separated
  --list               print the targets with their versions, and run nothing
  --versions <which>   pinned (default) or latest
  --offline            ask no registry, install nothing
  --install-timeout <minutes>  for the installation of one target (default 30)
  --seed <number>      seed of the generated cases (default 42)
  --phases <list>      phases of the runs (default: all)
  --cases <number>     cases of the fuzz phase (default 400)
  --parallel <number>  targets that run side by side
  --run-timeout <minutes>  for the run of one target (default 60)
  --records <folder>   keep the records here, and use finished ones of the same cases again
  --check-scripts <number>  publish nothing, but run the scripts of so many findings of each target on it
  --out <folder>       where the board goes (default: reports/board, with --only poolproof-board)`;

const gigabyte = 2 ** 30;

async function board(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return printed(usage);
  const targets = selectTargets(boardTargets, values.only);
  const versions = wordOption('--versions', values.versions, ['pinned', 'latest'] as const);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'poolproof', 'board');
  const variable = (name: string) => process.env[name];
  const { offline } = values;
  const installTimeout = numberOption('--install-timeout', values['install-timeout']) * 60_000;
  const prepare = { cache, versions, variable, offline, installTimeout };
  if (values.list) return printed(await listTargets(targets, prepare));
  const settings = {
    ...prepare,
    runTimeout: numberOption('--run-timeout', values['run-timeout']) * 60_000,
    seed: numberOption('--seed', values.seed),
    cases: numberOption('--cases', values.cases),
    phases:
      values.phases === undefined ? phases : values.phases.split(',').map((one) => wordOption('--phases', one, phases)),
    progress: printError,
  };
  const { records } = values;
  if (values['check-scripts'] !== undefined) {
    const findings = numberOption('--check-scripts', values['check-scripts']);
    const work = records ?? temporaryFolder();
    const all = [...targets, ...controls.map(({ target }) => target)];
    return alone(records, () => checkScripts(all, { ...settings, findings, work }));
  }
  const out = values.out ?? (values.only === undefined ? 'reports/board' : 'poolproof-board');
  const parallel = values.parallel === undefined ? defaultParallel() : numberOption('--parallel', values.parallel);
  return alone(records, () => makeBoard(targets, { ...settings, out, records, parallel }));
}

/** Works while the folder of records, if there is one, is taken: two boards would write over each other's records. */
async function alone<Result>(records: string | undefined, work: () => Promise<Result>): Promise<Result> {
  if (records === undefined) return work();
  const giveFree = takeFolder(records, { lockName: '.poolproof-board', flag: '--records' });
  try {
    return await work();
  } finally {
    giveFree();
  }
}

const options = {
  only: { type: 'string' },
  list: { type: 'boolean', default: false },
  versions: { type: 'string', default: 'pinned' },
  offline: { type: 'boolean', default: false },
  'install-timeout': { type: 'string', default: '30' },
  seed: { type: 'string', default: '42' },
  phases: { type: 'string' },
  cases: { type: 'string', default: '400' },
  parallel: { type: 'string' },
  out: { type: 'string' },
  records: { type: 'string' },
  'run-timeout': { type: 'string', default: '60' },
  'check-scripts': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** As many as there are cores, and at most one for each 1.5 GiB of free memory. */
function defaultParallel(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / (1.5 * gigabyte))));
}

function printed(text: string): number {
  printResult(text);
  return 0;
}

exitOnSignals();
await runWithUsage(usage, board);
