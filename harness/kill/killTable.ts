import { Worker } from 'node:worker_threads';
import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import type { MutantGroup } from '../targets/mutants/mutant.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import type { Kill, KillOptions } from './kill.ts';

/** Which mutants meet which run. */
export interface KillTableOptions extends KillOptions {
  readonly edition: EditionDate;
  readonly basis: Basis;
  /** Absent: all groups. */
  readonly group?: MutantGroup;
  /** Only mutants whose id begins so. */
  readonly only?: string;
  /** Worker threads. */
  readonly jobs: number;
  readonly progress?: (done: number, of: number) => void;
}

/** The start data of a worker; it then receives mutant ids one by one and answers each with a Kill. */
export type KillTask = Omit<KillTableOptions, 'jobs' | 'progress'>;

/** Runs the requested mutants in worker threads; the results are in the order of the mutants. */
export async function killTable({ jobs, progress, ...task }: KillTableOptions): Promise<readonly Kill[]> {
  const ids = mutantIds(task);
  const queue = ids.values();
  const kills = new Map<string, Kill>();
  const take = (kill: Kill) => {
    kills.set(kill.id, kill);
    progress?.(kills.size, ids.length);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, ids.length) }, () => workThrough(task, queue, take)));
  return ids.flatMap((id) => kills.get(id) ?? []);
}

/** The ids of the mutants that a task is about. */
export function mutantIds({ edition, basis, group, only = '' }: KillTask): readonly string[] {
  return mutantsOf(contractOf(edition, basis))
    .filter((mutant) => group === undefined || mutant.group === group)
    .map(({ id }) => id)
    .filter((id) => id.startsWith(only));
}

// In the built package the worker is JavaScript, like this file.
const workerFile = new URL(`./killWorker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

function workThrough(task: KillTask, queue: Iterator<string>, take: (kill: Kill) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: task });
    const next = () => {
      const { value, done } = queue.next();
      if (done !== true) return worker.postMessage(value);
      worker.terminate().then(() => resolve(), reject);
    };
    worker.on('error', reject);
    worker.on('message', (kill: Kill) => {
      take(kill);
      next();
    });
    next();
  });
}
