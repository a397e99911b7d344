import type { CaseLine, Deviation, DeviationKind, Verdict } from '../record/record.ts';
import type { Collector } from './collector.ts';

/** Cases by verdict. `cases` may exceed the sum where a case could not be judged on a clause it is about. */
export type Tally = Readonly<Record<'cases' | Verdict['kind'], number>>;

/** Nothing counted yet. */
export const emptyTally: Tally = {
  cases: 0,
  conforms: 0,
  deviates: 0,
  undecided: 0,
  inconclusive: 0,
  unsupported: 0,
  skipped: 0,
  errored: 0,
};

/** The cases of each phase by verdict, each counted once. */
export function phaseTallies(): Collector<ReadonlyMap<CaseLine['phase'], Tally>> {
  const counted = new Map<CaseLine['phase'], Record<keyof Tally, number>>();
  return {
    take: ({ phase, verdict }) => {
      const counts = counted.get(phase) ?? { ...emptyTally };
      counted.set(phase, counts);
      counts.cases += 1;
      counts[verdict.kind] += 1;
    },
    result: () => counted,
  };
}

/** The sum of tallies. */
export function sumOf(all: Iterable<Tally>): Tally {
  const sum = { ...emptyTally };
  for (const tally of all) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}

/**
 * Cases by clause or by member. A deviation counts where it happened, which may be elsewhere than the case was about;
 * the case's own clause is then still judged to conform, unless the answer left nothing to judge it by.
 */
export function tallies(key: 'clause' | 'member'): Collector<ReadonlyMap<string, Tally>> {
  const counted = new Map<string, Record<keyof Tally, number>>();
  return {
    take: (line) => {
      for (const [place, kind] of placesOf(line, key)) {
        const counts = counted.get(place) ?? { ...emptyTally };
        counted.set(place, counts);
        counts.cases += 1;
        if (kind !== null) counts[kind] += 1;
      }
    },
    result: () => counted,
  };
}

function placesOf(line: CaseLine, key: 'clause' | 'member'): ReadonlyMap<string, Verdict['kind'] | null> {
  const { verdict } = line;
  if (verdict.kind !== 'deviates') return new Map([[line[key], verdict.kind]]);
  const own = verdict.deviations.some(leavesNothingToJudge) ? null : 'conforms';
  return new Map<string, Verdict['kind'] | null>([
    [line[key], own],
    ...verdict.deviations.map((deviation) => [deviation[key], 'deviates'] as const),
  ]);
}

const leavingClauseJudged: ReadonlySet<DeviationKind> = new Set([
  'wrong-status',
  'wrong-state',
  'not-atomic',
  'leaked-state',
  'malformed-answer',
]);

function leavesNothingToJudge({ kind }: Deviation): boolean {
  return !leavingClauseJudged.has(kind);
}
