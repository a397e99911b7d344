import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printError, printResult } from '../commands/print.ts';
import { UserError } from '../userError.ts';
import { benchAgainst } from './bench/benchAgainst.ts';
import { benchBeside } from './bench/benchBeside.ts';
import type { BenchFigure } from './bench/benchFigure.ts';
import { benchGrowth } from './bench/benchGrowth.ts';
import { benchJudging } from './bench/benchJudging.ts';
import { benchMutantSearch } from './bench/benchMutantSearch.ts';
import { benchSdkRatio } from './bench/benchSdkRatio.ts';
import { benchTable, describeMachine, describeMisses } from './bench/benchTable.ts';
import { benchPeers } from './bench/peers/benchPeers.ts';
import { exitOnSignals } from './exitOnSignals.ts';
import { countOption, numberOption, wordOption } from './optionValues.ts';
import { runWithUsage } from './runWithUsage.ts';

/**
 * `npm run bench`: measures speed, memory and search, mostly as ratios within one process or session, against set limits. Status 0:
 * every figure is within its limit; 1: one is not; 2: wrong use.
 */
const usage = `npm run bench -- [options]
  --only <bench>       measure one of judging, sdk, search, against, beside, peers and growth (default: all but against, beside and
                       peers); against compares runs with those of an older version, beside what judging, search and growth measure
  --json               print JSON in place of the table
  --cases <number>     cases of the longer run of growth (default 100000)
  --mutants <number>   how many mutants search and beside (default 40) and peers (default 20) draw, or "all"
  --seed <number>      seed of the mutants that peers draws, and of the cases both tools send them (default 42)
  --baseline <folder>  a checkout of an older version with its packages installed, which against and beside measure too
  --rounds <number>    rounds of against, in which the two versions take turns (default 5)
  --help               print this`;

const options = {
  only: { type: 'string' },
  json: { type: 'boolean', default: false },
  cases: { type: 'string', default: '100000' },
  mutants: { type: 'string' },
  seed: { type: 'string', default: '42' },
  baseline: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const names = ['judging', 'sdk', 'search', 'against', 'beside', 'peers', 'growth'] as const;

/** What takes long, or needs more than the checkout, runs only where it is asked for. */
const onDemand: readonly string[] = ['against', 'beside', 'peers'];

async function bench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    printResult(usage);
    return 0;
  }
  const { only, mutants } = values;
  const chosen =
    only === undefined ? names.filter((name) => !onDemand.includes(name)) : [wordOption('--only', only, names)];
  const mutantsOr = (usual: number) => (mutants === undefined ? usual : mutantCount(mutants));
  const cases = countOption('--cases', values.cases);
  const rounds = countOption('--rounds', values.rounds);
  const seed = numberOption('--seed', values.seed);
  const benches: Readonly<Record<(typeof names)[number], () => Promise<readonly BenchFigure[]>>> = {
    judging: async () => benchJudging(),
    sdk: benchSdkRatio,
    search: () => benchMutantSearch(mutantsOr(40)),
    against: () => benchAgainst(baselineFolder(values.baseline), rounds),
    beside: () => benchBeside(baselineFolder(values.baseline), { cases, mutants: mutants ?? '40' }),
    peers: () => benchPeers({ mutants: mutantsOr(20), seed }),
    growth: async () => benchGrowth(cases),
  };
  const figures: BenchFigure[] = [];
  for (const name of chosen) {
    printError(`${name} …`);
    figures.push(...(await benches[name]()));
  }
  return printFigures(figures, values.json);
}

function mutantCount(text: string): number {
  return text === 'all' ? Number.POSITIVE_INFINITY : countOption('--mutants', text);
}

function baselineFolder(folder: string | undefined): string {
  if (folder !== undefined && existsSync(join(folder, 'harness', 'main.ts'))) return folder;
  const fact = folder === undefined ? 'against and beside need --baseline.' : `--baseline "${folder}" is no checkout.`;
  throw new UserError('wrong-setting', fact, 'Give the folder of an older checkout with its packages installed.');
}

function printFigures(figures: readonly BenchFigure[], asJson: boolean): number {
  const machine = describeMachine();
  printResult(asJson ? JSON.stringify({ machine, figures }, undefined, 2) : benchTable(machine, figures));
  const missed = describeMisses(figures);
  for (const line of missed) printError(line);
  return missed.length === 0 ? 0 : 1;
}

exitOnSignals();
await runWithUsage(usage, bench);
