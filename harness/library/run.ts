import type { RunOptions } from './runOptions.ts';
import type { RunResult } from './runResult.ts';

/**
 * Derives requests from the contract, sends them to a target, and judges answers and resulting state, as `poolproof run` does.
 * Never prints, never exits, reads neither environment nor config file.
 *
 * Rejects with a UserError (code, hint, status 2 or 3) where options are wrong, all problems at once, or where the target cannot
 * be reached, and with a TypeError for options that are no object. Deviations are not errors: they are findings.
 */
export async function run(options: RunOptions = {}): Promise<RunResult> {
  const { executeRun } = await import('./executeRun.ts');
  return executeRun(options);
}
