import type { CaseLine } from '../record/record.ts';
import type { Collector } from './collector.ts';

/** How requests that should get an error were answered. */
export interface ExpectationCounts {
  /** Requests that should get it. */
  readonly expected: number;
  /** Of those, the ones that were answered with it. */
  readonly matched: number;
  /** Answers with it to requests that should get no error or another one. */
  readonly unexpected: number;
  /** Requests that should get it, or one of several errors with it, and deviated. */
  readonly deviating: number;
}

/** All that is counted of an error. */
export interface ErrorCounts extends ExpectationCounts {
  /** Cases in which the mock was configured to answer with the error. */
  readonly simulated: number;
  readonly throttled: number;
  /** Bursts of which the target accepted every update. */
  readonly absorbedBursts: number;
}

/** Nothing counted yet. */
export const noCounts: ErrorCounts = {
  expected: 0,
  matched: 0,
  unexpected: 0,
  deviating: 0,
  simulated: 0,
  throttled: 0,
  absorbedBursts: 0,
};

/** What cases expected of the errors, and what they were answered, by name. */
export function errorCounts(): Collector<ReadonlyMap<string, ErrorCounts>> {
  const counted = new Map<string, { -readonly [key in keyof ErrorCounts]: number }>();
  const add = (name: string, what: keyof ErrorCounts) => {
    const counts = counted.get(name) ?? { ...noCounts };
    counted.set(name, counts);
    counts[what] += 1;
  };
  return { take: (line) => countCase(line, add), result: () => counted };
}

function countCase(line: CaseLine, add: (name: string, what: keyof ErrorCounts) => void): void {
  const { id, expectation, verdict, answer } = line;
  const came = answer.kind === 'answered' ? answer.error : null;
  if (verdict.kind === 'inconclusive' && came !== null) add(came, 'throttled');
  if (!isCounted(verdict)) return;
  if (expectation.kind === 'open' && id.startsWith('errors/burst/'))
    for (const name of burstErrors) add(name, 'absorbedBursts');
  const { errors = [], inDoubt = [] } = expectation.kind === 'rejected' ? expectation : {};
  // Never to get an error that was only possible is no fault.
  for (const name of new Set(errors.filter((one) => !inDoubt.includes(one)))) {
    add(name, 'expected');
    if (came === name) add(name, 'matched');
    if (verdict.kind === 'deviates') add(name, 'deviating');
    if (id.startsWith('errors/by-order/')) add(name, 'simulated');
  }
  if (came !== null && expectation.kind !== 'open' && !errors.includes(came)) add(came, 'unexpected');
}

/** What a burst is to cause. */
const burstErrors = ['ConcurrentModificationException', 'TooManyRequestsException'] as const;

// Throttling says nothing of the errors, and what was not sent was answered by nobody.
function isCounted({ kind }: CaseLine['verdict']): boolean {
  return kind !== 'inconclusive' && kind !== 'skipped' && kind !== 'errored';
}
