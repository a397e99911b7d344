import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Finding, RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { messageOf } from '../session/messageOf.ts';
import { startTarget } from '../targets/startTarget.ts';
import type { BoardTarget } from './boardTarget.ts';
import { prepareOrTellWhy } from './prepareOrTellWhy.ts';
import type { PreparedTarget, PrepareSettings } from './prepareTarget.ts';
import { runScripts, type ScriptResult } from './runScripts.ts';
import { runTarget, type TargetRunSettings } from './runTarget.ts';
import { readyTimeout, targetPlaceOf } from './targetPlace.ts';

/** How scripts are checked: with so many findings of each target. */
export interface CheckScriptsSettings extends PrepareSettings, TargetRunSettings {
  readonly findings: number;
  /** Receives a line for each target. */
  readonly progress: (line: string) => void;
}

/**
 * Runs the scripts of findings that the seed draws from the record of each target, with curl, on the target, which is started anew.
 * A target without a record in the work folder is run first. Prints a line for each target; the result is 1 if a script that the
 * run itself could repeat does not show its finding, if a target that ran could not be started again, or if nothing could be checked,
 * else 0.
 */
export async function checkScripts(targets: readonly BoardTarget[], settings: CheckScriptsSettings): Promise<0 | 1> {
  const checks: ScriptCheck[] = [];
  let failed = false;
  for (const target of targets) {
    const prepared = await prepareOrTellWhy(target, settings);
    try {
      const check = prepared.kind === 'ready' ? await checkTarget(prepared, settings) : prepared.reason;
      settings.progress(
        `${target.name}: ${typeof check === 'string' ? `not checked: ${check}` : scriptCheckSentence(check)}`,
      );
      if (typeof check !== 'string') checks.push(check);
    } catch (error) {
      // The scripts of the other targets are checked nevertheless.
      settings.progress(`${target.name}: not checked: ${messageOf(error)}`);
      failed = true;
    }
  }
  return !failed && checks.length > 0 && checks.every(({ notShown }) => notShown.length === 0) ? 0 : 1;
}

/** What became of the scripts of a target. */
export interface ScriptCheck {
  readonly drawn: number;
  readonly shown: number;
  /** Findings that a single run of a script cannot decide, or that the run itself did not see again. */
  readonly undecided: number;
  /** What was to be shown and was not, with what the script said last. */
  readonly notShown: readonly string[];
}

/** What became of the scripts of a target, in a sentence. */
export function scriptCheckSentence({ drawn, shown, undecided, notShown }: ScriptCheck): string {
  if (drawn === 0) return 'no findings';
  const open = undecided === 0 ? '' : `, ${undecided} cannot be decided by one script`;
  return [`${shown} of ${drawn} scripts show their finding${open}`, ...notShown].join('\n  ');
}

/** What the scripts of findings came to. */
export function scriptCheck(findings: readonly Finding[], results: readonly ScriptResult[]): ScriptCheck {
  const isSteady = new Map(findings.map(({ id, reproduced }) => [id, reproduced]));
  const shown = results.filter(({ verdict, status }) => verdict === 'shown' && status === 1);
  const rest = results.filter((result) => !shown.includes(result));
  const notShown = rest.filter(
    ({ finding, verdict }) => isSteady.get(finding) === true && !verdict.startsWith('not decided'),
  );
  return {
    drawn: results.length,
    shown: shown.length,
    undecided: rest.length - notShown.length,
    notShown: notShown.map(({ finding, verdict }) => `${finding}: ${verdict === '' ? 'no output' : verdict}`),
  };
}

/**
 * Findings of a record that the seed draws, at most so many. Invalid requests that are accepted come last: most findings are such,
 * and their scripts are all alike.
 */
export function drawFindings({ header, findings }: RunRecord, count: number): readonly Finding[] {
  const { plain = [], others = [] } = Object.groupBy(findings, ({ kind }) =>
    kind === 'accepted-invalid' ? 'plain' : 'others',
  );
  const drawn = [others, plain].flatMap((some) =>
    fc.sample(fc.shuffledSubarray(some, { minLength: some.length }), { seed: header.seed, numRuns: 1 }).flat(),
  );
  return drawn.slice(0, count);
}

/** Checks the scripts of a target; a text says why that cannot be done. */
async function checkTarget(
  prepared: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  settings: CheckScriptsSettings,
): Promise<ScriptCheck | string> {
  const run = await runTarget(prepared, settings);
  if (run.kind === 'failed') return run.reason;
  const record = readRecord(run.record);
  const findings = drawFindings(record, settings.findings);
  if (findings.length === 0) return scriptCheck([], []);
  const data = mkdtempSync(join(tmpdir(), 'poolproof-scripts-'));
  const { endpoint = '', command } = await targetPlaceOf(prepared, data);
  const started = command === undefined ? undefined : await startTarget({ command, endpoint, readyTimeout });
  try {
    const target = { ...record.header.target, endpoint };
    const here = { ...record, header: { ...record.header, target } };
    // One after another: a target may have a single pool for all.
    return scriptCheck(findings, await runScripts(here, findings, 'curl', { concurrency: 1 }));
  } finally {
    await started?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
