import type { Phase } from '../../generators/cases/case.ts';
import type { PrepareSettings } from './prepareTarget.ts';

/** How a board is made. The same settings give every target the same cases. */
export interface BoardSettings extends PrepareSettings {
  readonly seed: number;
  readonly phases: readonly Phase[];
  /** Cases of the fuzz phase. */
  readonly cases: number;
  /** Milliseconds that the run of one target may take. */
  readonly runTimeout: number;
  /** How many targets run side by side. */
  readonly parallel: number;
  /** The folder for records and for what targets store. */
  readonly work: string;
  /** Milliseconds that the run of a target took before, by name. */
  readonly expected: ReadonlyMap<string, number>;
  /** Told the process of each run; what it returns is called when it has ended. */
  readonly watch?: (pid: number) => () => void;
  /** Receives a line of progress. */
  readonly progress: (line: string) => void;
}
