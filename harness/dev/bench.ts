import { parseArgs } from 'node:util';
import { printError, printResult } from '../commands/print.ts';
import type { Figure } from './bench/figure.ts';
import { growth } from './bench/growth.ts';
import { judging } from './bench/judging.ts';
import { mutantSearch } from './bench/mutantSearch.ts';
import { sdkRatio } from './bench/sdkRatio.ts';
import { missedLines, tableOf, thisMachine } from './bench/table.ts';

// `npm run bench`: speed, memory and search, as ratios that are taken in one go, against the marks that are set for them.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '100000' },
    mutants: { type: 'string', default: '40' },
  },
});

const benches: Readonly<Record<string, () => Promise<readonly Figure[]> | readonly Figure[]>> = {
  judging,
  sdk: sdkRatio,
  search: () => mutantSearch(Number(values.mutants)),
  growth: () => growth(Number(values.cases)),
};

const chosen = Object.entries(benches).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  printError(`There is no bench "${values.only}", only ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const [name, measure] of chosen) {
  printError(`${name} …`);
  figures.push(...(await measure()));
}
const machine = thisMachine();
printResult(values.json ? JSON.stringify({ machine, figures }, undefined, 2) : tableOf(machine, figures));
const missed = missedLines(figures);
for (const line of missed) printError(line);
process.exitCode = missed.length === 0 ? 0 : 1;
