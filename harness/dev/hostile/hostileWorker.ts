import { join } from 'node:path';
import { reporters } from '../../../reports/index.ts';
import { run } from '../../library/run.ts';
import type { RunOptions } from '../../library/runOptions.ts';
import { UserError } from '../../userError.ts';

/** What a run on a hostile target came to. */
export interface HostileResult {
  readonly outcome: string;
  /** The sentence that says why it is not complete; the stack where the error is no sentence. */
  readonly says: string;
  readonly warnings: readonly string[];
  readonly ms: number;
  /** The most memory that the process has held so far, in megabytes. */
  readonly peak: number;
}

/** A run that the process is asked for. */
export interface HostileRun {
  readonly target: string;
  readonly out: string;
}

process.on('message', async (asked: HostileRun) => process.send?.(await runHostile(asked)));

async function runHostile({ target, out }: HostileRun): Promise<HostileResult> {
  const started = performance.now();
  const ended = (outcome: string, says: string, warnings: readonly string[]): HostileResult => {
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    return { outcome, says, warnings, ms: Math.round(performance.now() - started), peak };
  };
  const report = Object.keys(reporters).filter((name) => name !== 'terminal' && name !== 'issue');
  const options = { report, phases: ['boundary'], only: 'pool-name', seed: 1 } as unknown as RunOptions;
  try {
    const { outcome, problem, warnings } = await run({
      ...options,
      target,
      out: join(out, 'report'),
      timeout: 1000,
    });
    return ended(outcome, problem ?? '', warnings);
  } catch (error) {
    if (error instanceof UserError) return ended(`status ${error.status}`, `${error.message} ${error.hint}`, []);
    return ended('defect', error instanceof Error ? String(error.stack) : String(error), []);
  }
}
