import type { ChildProcess } from 'node:child_process';
import type { FinishedCommand } from '../finishedCommand.ts';
import type { Stage } from './stage.ts';

/** A run that stands in its middle. */
export interface RunUnderWay {
  readonly stage: Stage;
  readonly child: ChildProcess;
  readonly out: string;
  /** Resolves when standard error shows a text; rejects if the run ends before. */
  readonly says: (text: string) => Promise<void>;
  readonly ended: Promise<FinishedCommand>;
}

/** A way in which a run ends. */
export interface Ending {
  readonly name: string;
  /** What the machine lacks for it, or undefined. */
  readonly lacks?: () => string | undefined;
  /** The shell script that runs "$@"; absent: the command itself. */
  readonly script?: string;
  /** Standard output and error; absent: pipes that are read. */
  readonly output?: string;
  /** What happens in the middle of the run, before the target goes on. */
  readonly act: (run: RunUnderWay) => Promise<void> | void;
  /** The exit statuses that it may have; null: ended by a signal. */
  readonly status: readonly (number | null)[];
  /** Whether pools may be left for `clean` and `restore`. */
  readonly leaves?: boolean;
  /** Whether the record is gone with its folder. */
  readonly losesRecord?: boolean;
}
