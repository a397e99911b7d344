import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { OddGroup } from '../targets/odd/oddServer.ts';
import { oddServersOf } from '../targets/odd/oddServersOf.ts';
import { inWorkers } from './inWorkers.ts';
import { isAbout } from './isAbout.ts';
import type { OddOptions, OddVerdict } from './judgeOddServer.ts';

/** Which odd servers meet which run. */
export interface OddTableOptions extends OddOptions {
  readonly edition: EditionDate;
  readonly basis: Basis;
  /** Absent: all groups. */
  readonly group?: OddGroup;
  /** Only servers whose id begins so, or that are about this clause or member. */
  readonly only?: string;
  /** Worker threads. */
  readonly jobs: number;
  readonly progress?: (done: number, of: number) => void;
}

/** The start data of a worker. */
export type OddTask = Omit<OddTableOptions, 'jobs' | 'progress'>;

/** Judges the requested odd servers in worker threads; the results are in the order of the servers. */
export function oddTable({ jobs, progress, ...data }: OddTableOptions): Promise<readonly OddVerdict[]> {
  return inWorkers({ worker: './oddWorker', data, ids: oddServerIds(data), jobs, progress });
}

/** The ids of the odd servers that a task is about. */
export function oddServerIds({ edition, basis, group, only = '' }: OddTask): readonly string[] {
  return oddServersOf(contractOf(edition, basis))
    .filter((server) => group === undefined || server.group === group)
    .filter((server) => isAbout(server, only))
    .map(({ id }) => id);
}
