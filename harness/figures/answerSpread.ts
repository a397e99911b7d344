import type { AnswerLine } from '../record/record.ts';
import type { Collector } from './collector.ts';

/** How many of what. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** How the answers of a run are spread over statuses and over time. */
export interface AnswerSpread {
  /** The most frequent first. */
  readonly statuses: readonly Bar[];
  /** The quickest first, without the steps at both ends that have nothing. */
  readonly latencies: readonly Bar[];
  /** Milliseconds that half, and 95 of 100, of the answers stayed below; null without answers. */
  readonly median: number | null;
  readonly slow: number | null;
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] as const;

/** The spread of the answers to the cases that were sent. */
export function answerSpread(): Collector<AnswerSpread> {
  const statuses = new Map<string, number>();
  const times: number[] = [];
  return {
    take: ({ answer }) => {
      if (!reachedTarget(answer)) return;
      const label = answer.kind === 'answered' ? `HTTP ${answer.status}` : `none: ${answer.why}`;
      statuses.set(label, (statuses.get(label) ?? 0) + 1);
      if (answer.kind === 'answered') times.push(answer.ms);
    },
    result: () => spreadOf(statuses, Float64Array.from(times).toSorted()),
  };
}

function spreadOf(statuses: ReadonlyMap<string, number>, times: Float64Array): AnswerSpread {
  return {
    statuses: [...statuses]
      .map(([label, count]) => ({ label, count }))
      .toSorted((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1)),
    latencies: latenciesOf(times),
    median: times[Math.floor(times.length * 0.5)] ?? null,
    slow: times[Math.floor(times.length * 0.95)] ?? null,
  };
}

function reachedTarget(answer: AnswerLine): boolean {
  return answer.kind === 'answered' || answer.why !== 'not-sent';
}

function latenciesOf(times: Float64Array): readonly Bar[] {
  const bars = [...steps, Number.POSITIVE_INFINITY].map((step, index) => {
    const from = steps[index - 1] ?? 0;
    const label = step === Number.POSITIVE_INFINITY ? `${from} ms and more` : `below ${step} ms`;
    return { label, count: times.filter((ms) => ms >= from && ms < step).length };
  });
  const first = bars.findIndex(({ count }) => count > 0);
  return first < 0 ? [] : bars.slice(first, bars.findLastIndex(({ count }) => count > 0) + 1);
}
