import type { RunRecord } from '../harness/record/record.ts';

/** How and for whom a report is written. Only the terminal report uses colour and width. */
export interface RenderOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** How poolproof is started where the report is written: what commands begin with. Absent: `poolproof`. */
  readonly program?: string;
  /** The id of the finding or cause that a report about one of them is about. */
  readonly finding?: string | undefined;
  /** Files that the run has written, so that the report can say where to look; absent: none. */
  readonly files?: readonly string[];
}

/** One view of a record: a pure function with a line for `--help`. */
export interface Reporter {
  readonly description: string;
  /** Its name in the out directory; null for standard output. */
  readonly fileName: string | null;
  render(record: RunRecord, options: RenderOptions): string;
}
