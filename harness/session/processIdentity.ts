import { hostname } from 'node:os';
import { isAlive } from '../record/isAlive.ts';

/** A process, as a file can name it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, host: hostname() };
}

/** Whether a process still runs; undefined for one of another machine. */
export function isRunning({ pid, host }: ProcessIdentity): boolean | undefined {
  if (host !== hostname()) return undefined;
  // A process of the same number that is this one cannot have written the file: the number was reused.
  if (pid === process.pid) return false;
  return isAlive(pid);
}
