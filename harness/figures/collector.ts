import type { CaseLine } from '../record/record.ts';

/** Takes the cases of a record one by one and keeps only what its result needs. */
export interface Collector<T> {
  readonly take: (line: CaseLine) => void;
  readonly result: () => T;
}
