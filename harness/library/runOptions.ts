import type { Phase } from '../../generators/cases/case.ts';
import type { ReportName } from '../../reports/reportNames.ts';
import type { Progress } from '../execute/runSetting.ts';
import type { RunSettings } from '../settings/runSettings.ts';

/** Settings that only the command line has. */
type OnlyCommandLine = 'quiet' | 'dryRun' | 'against';

/** Settings that an option takes in another form than the run does. */
type OtherForm = 'header' | 'shard' | 'requireErrors' | 'phases' | 'report';

/**
 * Options of `run`, in the words of the command line: `--fail-fast` is `failFast`. Every one has the default of the flag, but
 * that environment and config file are not read, and that nothing is written unless `out` is given.
 */
export interface RunOptions extends Partial<Omit<RunSettings, OnlyCommandLine | OtherForm>> {
  readonly phases?: readonly Phase[];
  /** Extra headers of every request, each `Name: value`; never recorded. */
  readonly header?: readonly string[];
  /** The i-th of n parts of the run: `1/3`. Needs a seed. */
  readonly shard?: string;
  /** Errors, by number or name, that at least one answer has to match. */
  readonly requireErrors?: readonly (string | number)[];
  /** The reports that are written into `out`. Default: json, html, junit. */
  readonly report?: readonly Exclude<ReportName, 'terminal'>[];
  /** Ends the run in good order: pools are deleted, and what ran is in the record. */
  readonly signal?: AbortSignal;
  /** Called with plan, cases and shrinking as the run proceeds. */
  readonly onProgress?: (event: Progress) => void;
  /** A server in this process that is tested instead of `target`: called with every request. */
  readonly fetch?: (request: Request) => Promise<Response>;
}
