import { join } from 'node:path';
import { runProgram } from '../../board/runProgram.ts';
import type { BenchFigure } from './benchFigure.ts';

const own = join(import.meta.dirname, '..', '..', '..');

/** A figure of another bench, and the mark of its ratio. */
interface Ratio {
  readonly bench: 'judging' | 'search' | 'growth';
  readonly what: string;
  readonly mark: NonNullable<BenchFigure['mark']>;
}

const caught = 'poolproof: requests until a mutant is caught,';

/** The benches that measure within a process, run in this checkout and in an older one, as ratios of the two. */
export async function benchBeside(
  baseline: string,
  { cases, mutants }: { readonly cases: number; readonly mutants: string },
): Promise<readonly BenchFigure[]> {
  const count = cases.toLocaleString('en-US');
  const ratios: readonly Ratio[] = [
    {
      bench: 'judging',
      what: 'cases planned, generated and judged, default phases',
      mark: { kind: 'at least', value: 2 },
    },
    { bench: 'search', what: `${caught} median`, mark: { kind: 'at most', value: 0.5 } },
    { bench: 'search', what: `${caught} 90th percentile`, mark: { kind: 'at most', value: 0.5 } },
    { bench: 'growth', what: `peak memory of ${count} cases`, mark: { kind: 'at most', value: 0.7 } },
  ];
  const figures: BenchFigure[] = [];
  for (const bench of ['judging', 'search', 'growth'] as const) {
    const args = ['--only', bench, '--cases', `${cases}`, '--mutants', mutants, '--json'];
    const before = await figuresOf(baseline, args);
    const now = await figuresOf(own, args);
    for (const { what, mark } of ratios.filter((one) => one.bench === bench)) {
      const value = figureOf(now, what) / figureOf(before, what);
      figures.push({ bench: 'against', what: `${what}, ratio`, value, unit: '', mark });
    }
    const growth = now.find(({ what }) => what.startsWith('processor time of'));
    if (growth !== undefined) figures.push({ ...growth, bench: 'against', mark: { kind: 'at most', value: 10.2 } });
  }
  return figures;
}

async function figuresOf(checkout: string, args: readonly string[]): Promise<readonly BenchFigure[]> {
  const bench = join(checkout, 'harness', 'dev', 'bench.ts');
  const { stdout, stderr } = await runProgram(process.execPath, [bench, ...args], { cwd: checkout });
  try {
    return (JSON.parse(stdout) as { readonly figures: readonly BenchFigure[] }).figures;
  } catch {
    throw new Error(`${checkout} could not be measured with ${args.join(' ')}: ${stderr}`);
  }
}

function figureOf(figures: readonly BenchFigure[], what: string): number {
  return figures.find((figure) => figure.what === what)?.value ?? Number.NaN;
}
