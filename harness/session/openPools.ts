import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../../specs/json.ts';
import { inputJson } from '../inputFile.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { messageOf } from './messageOf.ts';
import { isRunning, type ProcessIdentity, thisProcess } from './processIdentity.ts';

/** The file in the out folder of a run that lists its pools while they exist. */
export const openPoolsFile = 'open-pools.json';

/** The pools that a run lists as its own. */
export interface OpenPools {
  readonly runId: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly process: ProcessIdentity;
  readonly pools: readonly string[];
}

/** Keeps the list of a run's open pools. Nothing may depend on it: what keeps it from being written is warned of once. */
export function openPoolsWriter(
  out: string,
  runId: string | undefined,
  warn: (text: string) => void,
): (open: readonly string[]) => void {
  const path = join(out, openPoolsFile);
  const run = { runId: runId ?? null, startedAt: new Date().toISOString(), process: thisProcess() };
  let hasFailed = false;
  let listed = 0;
  return (pools) => {
    // A pool that is deleted is written off with the next one that is made: naming one that is gone does no harm.
    const isOnlyFewer = pools.length > 0 && pools.length < listed;
    listed = pools.length;
    if (isOnlyFewer) return;
    try {
      if (pools.length === 0) rmSync(path, { force: true });
      else writeFileAtomically(path, `${JSON.stringify({ ...run, pools })}\n`);
    } catch (error) {
      if (!hasFailed) warn(`The list of open pools cannot be kept: ${messageOf(error)}`);
      hasFailed = true;
    }
  };
}

/** The list of open pools in an out folder; undefined without one, and a warning where it cannot be read. */
export function readOpenPools(out: string, warn: (text: string) => void): OpenPools | undefined {
  const path = join(out, openPoolsFile);
  if (!existsSync(path)) return undefined;
  const list = openPoolsIn(path);
  if (list === undefined) warn(`"${path}" is torn or no list of open pools, and is not used.`);
  return list;
}

function openPoolsIn(path: string): OpenPools | undefined {
  const file = inputJson(path);
  const value = 'value' in file ? file.value : undefined;
  if (!isJsonObject(value) || !Array.isArray(value.pools) || !isJsonObject(value.process)) return undefined;
  const { runId, startedAt } = value;
  const { pid, host } = value.process;
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof startedAt !== 'string') return undefined;
  const pools = value.pools.filter((id) => typeof id === 'string');
  return { runId: typeof runId === 'string' ? runId : null, startedAt, process: { pid, host }, pools };
}

/** Whether the run of a list goes on; undefined for one on another machine. */
export function isListedRunGoingOn(list: OpenPools): boolean | undefined {
  return isRunning(list.process);
}
