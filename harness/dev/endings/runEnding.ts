import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '../../record/recordFile.ts';
import { UserError } from '../../userError.ts';
import { builtProgram } from '../builtProgram.ts';
import type { FinishedCommand } from '../finishedCommand.ts';
import { runCommandLine } from '../runCommandLine.ts';
import type { Ending, RunUnderWay } from './ending.ts';
import { openStage, type Stage, type StageName } from './stage.ts';

/** What is left after a run was ended, and after it was put in order. */
export interface EndingOutcome extends FinishedCommand {
  /** Pools of the run that were left, and that are there after `clean`. */
  readonly left: readonly string[];
  readonly leftAfterClean: readonly string[];
  /** Whether the existing pool was as before by itself, and is so after the `restore` that the next run names. */
  readonly isRestored: boolean;
  readonly isRestoredAfterwards: boolean;
  /** Cases that can be read from the record; a sentence where it cannot be read. */
  readonly cases: number | string;
}

/** Ends a run on a target in its middle, and then does what its user would do. */
export async function runEnding(ending: Ending, name: StageName): Promise<EndingOutcome> {
  const stage = await openStage(name);
  try {
    const out = join(stage.cwd, 'report');
    const kept = ending.script === undefined ? out : join(stage.cwd, 'copy');
    for (const folder of [out, kept]) mkdirSync(folder, { recursive: true });
    const run = start(ending, stage, out, kept);
    const isOver = await Promise.race([stage.middle.then(() => false), run.ended.then(() => true)]);
    if (isOver) throw new Error(`The run ended before its middle: ${(await run.ended).stderr}`);
    await ending.act(run);
    stage.goOn();
    const finished = await run.ended;
    const before = { left: stage.left(), isRestored: stage.isAsBefore() };
    if (before.left.length > 0) await runCommandLine([...stage.clean, '--out', kept], stage);
    if (!before.isRestored) await restore(stage);
    const after = { leftAfterClean: stage.left(), isRestoredAfterwards: stage.isAsBefore() };
    return { ...finished, ...before, ...after, cases: casesIn(join(kept, 'record.jsonl')) };
  } finally {
    await stage.close();
  }
}

function start({ script, output }: Ending, stage: Stage, out: string, copy: string): RunUnderWay {
  const main = builtProgram();
  const command = [process.execPath, main, ...stage.run, '--out', out];
  const [program = '', ...args] =
    script === undefined ? command : ['unshare', '--mount', 'sh', '-c', script, 'sh', ...command];
  const file = output === undefined ? undefined : openSync(output, 'w');
  const child = spawn(program, args, {
    cwd: stage.cwd,
    env: { ...process.env, ...stage.env, OUT: out, COPY: copy },
    stdio: ['ignore', file ?? 'pipe', file ?? 'pipe'],
  });
  if (file !== undefined) closeSync(file);
  return { stage, child, out, ...observed(child) };
}

function observed(child: ChildProcess): Pick<RunUnderWay, 'says' | 'ended'> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<FinishedCommand>((resolve) =>
    child.once('exit', (status) => resolve({ status, stdout, stderr })),
  );
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => stderr.includes(text) && resolve();
      child.stderr?.on('data', look);
      look();
      void ended.then(() => reject(new Error(`The run ended without saying "${text}": ${stderr}`)));
    });
  return { says, ended };
}

// The next run on the pool is refused, and names the command that restores it.
async function restore(stage: Stage): Promise<void> {
  const refused = await runCommandLine([...stage.run, '--out', 'next'], stage);
  const [, path] = /Run "[^"]* restore (.+)" first/.exec(refused.stderr) ?? [];
  if (path !== undefined) await runCommandLine(['restore', path, '--rate', '1000'], stage);
}

function casesIn(path: string): number | string {
  try {
    return [...readRecord(path).cases].length;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
