import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { MutantGroup } from '../targets/mutants/mutant.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { inWorkers } from './inWorkers.ts';
import { isAbout } from './isAbout.ts';
import type { Kill, KillOptions } from './kill.ts';

/** Which mutants meet which run. */
export interface KillTableOptions extends KillOptions {
  readonly edition: EditionDate;
  readonly basis: Basis;
  /** Absent: all groups. */
  readonly group?: MutantGroup;
  /** Only mutants whose id begins so, or that are about this clause or member. */
  readonly only?: string;
  /** Worker threads. */
  readonly jobs: number;
  readonly progress?: (done: number, of: number) => void;
}

/** The start data of a worker; it then receives mutant ids one by one and answers each with a Kill. */
export type KillTask = Omit<KillTableOptions, 'jobs' | 'progress'>;

/** Runs the requested mutants in worker threads; the results are in the order of the mutants. */
export function killTable({ jobs, progress, ...data }: KillTableOptions): Promise<readonly Kill[]> {
  return inWorkers({ worker: './killWorker', data, ids: mutantIds(data), jobs, progress });
}

/** The ids of the mutants that a task is about. */
export function mutantIds({ edition, basis, group, only = '' }: KillTask): readonly string[] {
  return mutantsOf(contractOf(edition, basis))
    .filter((mutant) => group === undefined || mutant.group === group)
    .filter((mutant) => isAbout(mutant, only))
    .map(({ id }) => id);
}
