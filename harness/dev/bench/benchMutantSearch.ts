import { defaultPlan } from '../../kill/kill.ts';
import { runOnMutant } from '../../kill/runOnMutant.ts';
import type { Mutant } from '../../targets/mutants/mutant.ts';
import { mutantsOf } from '../../targets/mutants/mutantsOf.ts';
import { type BenchFigure, quantile } from './benchFigure.ts';
import { type FuzzRequest, fuzzRequests, fuzzStatuses } from './plainFuzzer.ts';
import { contract, region } from './scene.ts';

const seed = 1;

/** Requests after which the plain fuzzer gives up. */
const requestLimit = 2000;

/**
 * Requests until a mutant is caught: by a run that knows nothing of the mutant and stops at its first finding, and by a plain
 * fuzzer. Both are given the same mutants, an even sample of those that can be caught.
 */
export async function benchMutantSearch(sample: number): Promise<readonly BenchFigure[]> {
  const mutants = sampleEvenly(
    mutantsOf(contract).filter(({ equivalent }) => equivalent === undefined),
    sample,
  );
  const shots = fuzzRequests(seed, requestLimit);
  const faultless = await fuzzStatuses(shots, { alteration: {} });
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (const mutant of mutants) {
    ours.push(await requestsUntilCaughtByRun(mutant));
    theirs.push(await requestsUntilCaughtByFuzzer(mutant, shots, faultless));
  }
  return [...rows('poolproof', ours), ...rows('plain baseline', theirs)];
}

function rows(who: string, requests: readonly number[]): readonly BenchFigure[] {
  const caught = requests.filter(Number.isFinite).length;
  const row = (what: string, value: number, unit: string): BenchFigure => ({
    bench: 'search',
    what: `${who}: ${what}`,
    value,
    unit,
    mark: null,
  });
  return [
    row('mutants caught', (caught / requests.length) * 100, ` % of ${requests.length}`),
    row('requests until a mutant is caught, median', quantile(requests, 0.5), ''),
    row('requests until a mutant is caught, 90th percentile', quantile(requests, 0.9), ''),
  ];
}

async function requestsUntilCaughtByRun(mutant: Mutant): Promise<number> {
  const lanes = defaultPlan(contract, { region, seed, cases: 450 });
  const { findings, footer } = await runOnMutant(mutant, { contract, region, seed, lanes });
  return findings.length > 0 ? footer.requests : Number.POSITIVE_INFINITY;
}

/** Of the fuzzer's suspicions only those count that it does not have about the faultless mock. */
async function requestsUntilCaughtByFuzzer(
  mutant: Mutant,
  shots: readonly FuzzRequest[],
  faultless: readonly number[],
): Promise<number> {
  const statuses = await fuzzStatuses(shots, mutant);
  const first = shots.findIndex(
    (shot, index) => isWrong(shot, statuses[index] ?? 0) && !isWrong(shot, faultless[index] ?? 0),
  );
  return first < 0 ? Number.POSITIVE_INFINITY : first + 1;
}

function isWrong({ isValid }: FuzzRequest, status: number): boolean {
  if (status >= 500 || status === 0) return true;
  return isValid !== (status >= 200 && status < 300);
}

function sampleEvenly<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
