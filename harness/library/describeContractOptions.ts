import type { Reproductions } from '../../reports/reproduce.ts';
import type { Level } from '../../specs/evidence.ts';
import type { RunOptions } from './runOptions.ts';

/** A server that a test has started. */
export interface StartedServer {
  /** `http://127.0.0.1:9229`. */
  readonly url: string;
  readonly stop?: () => unknown;
}

/** What is tested, and how; every other option is one of `run`. */
export interface DescribeContractOptions
  extends Omit<RunOptions, 'start' | 'failOn' | 'strict' | 'signal' | 'onProgress'> {
  /** The name of the group. Default: UpdateUserPool keeps the contract of 2026-11-13. */
  readonly name?: string;
  /** Starts the server before the tests and resolves to its URL; or the command that starts what listens at `target`. */
  readonly start?: string | (() => StartedServer | Promise<StartedServer>);
  /** msw handlers that are tested in this process; no request leaves it. */
  readonly handlers?: readonly object[];
  /** The weakest level whose findings fail a test; weaker ones are pending. Default: must. */
  readonly level?: Level;
  /** The script in the message of a failed test. Default: curl. */
  readonly script?: keyof Reproductions;
}
