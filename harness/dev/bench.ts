import { parseArgs } from 'node:util';
import { printError, printResult } from '../commands/print.ts';
import { benchAgainst } from './bench/benchAgainst.ts';
import type { BenchFigure } from './bench/benchFigure.ts';
import { benchGrowth } from './bench/benchGrowth.ts';
import { benchJudging } from './bench/benchJudging.ts';
import { benchMutantSearch } from './bench/benchMutantSearch.ts';
import { benchSdkRatio } from './bench/benchSdkRatio.ts';
import { benchTable, describeMachine, describeMisses } from './bench/benchTable.ts';

// `npm run bench`: measures speed, memory and search, mostly as ratios within one process or session, against set limits.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    mutants: { type: 'string', default: '40' },
    /** A checkout of an older version with its packages installed. */
    baseline: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});

const benches: Readonly<Record<string, () => Promise<readonly BenchFigure[]> | readonly BenchFigure[]>> = {
  benchJudging,
  sdk: benchSdkRatio,
  search: () => benchMutantSearch(Number(values.mutants)),
  against: () => {
    if (values.baseline !== undefined) return benchAgainst(values.baseline, Number(values.rounds));
    printError('against: left out, for it needs --baseline with the folder of an older checkout.');
    return [];
  },
  growth: () => benchGrowth(Number(values.cases)),
};

const chosen = Object.entries(benches).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  printError(`There is no bench "${values.only}", only ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
const figures: BenchFigure[] = [];
for (const [name, measure] of chosen) {
  printError(`${name} …`);
  figures.push(...(await measure()));
}
const machine = describeMachine();
printResult(values.json ? JSON.stringify({ machine, figures }, undefined, 2) : benchTable(machine, figures));
const missed = describeMisses(figures);
for (const line of missed) printError(line);
process.exitCode = missed.length === 0 ? 0 : 1;
