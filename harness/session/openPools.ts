import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonValue, parsedJson } from '../../specs/json.ts';
import { inputText } from '../inputFile.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { messageOf } from './messageOf.ts';
import { isRunning, type ProcessIdentity, thisProcess } from './processIdentity.ts';

/** The file in the out folder of a run that lists its pools while they exist. */
export const openPoolsFile = 'open-pools.jsonl';

/** The pools that a run lists as its own. */
export interface OpenPools {
  readonly runId: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly process: ProcessIdentity;
  readonly pools: readonly string[];
}

/**
 * Keeps the list of a run's open pools: a line about the run, then one for each pool that is made or deleted, so that nothing has to be
 * written anew. Nothing may depend on it: what keeps it from being written is warned of once.
 */
export function openPoolsWriter(
  out: string,
  runId: string | undefined,
  warn: (text: string) => void,
): (open: readonly string[]) => void {
  const path = join(out, openPoolsFile);
  const run = { runId: runId ?? null, startedAt: new Date().toISOString(), process: thisProcess() };
  let hasFailed = false;
  let isWhole = false;
  let listed: readonly string[] = [];
  return (pools) => {
    const made = pools.filter((id) => !listed.includes(id));
    // A pool that is deleted is written off with the next one that is made: naming one that is gone does no harm.
    if (made.length === 0 && pools.length > 0) return;
    const deleted = listed.filter((id) => !pools.includes(id));
    try {
      if (pools.length === 0) rmSync(path, { force: true });
      else if (isWhole && existsSync(path))
        appendFileSync(path, linesOf([...deleted.map(asDeleted), ...made.map(asMade)]));
      else writeFileAtomically(path, linesOf([run, ...pools.map(asMade)]));
      isWhole = pools.length > 0;
      listed = pools;
    } catch (error) {
      // Half a line may have been written, and nothing can be read of one that goes on behind it.
      isWhole = false;
      if (!hasFailed) warn(`The list of open pools cannot be kept: ${messageOf(error)}`);
      hasFailed = true;
    }
  };
}

const asMade = (made: string): Change => ({ made });
const asDeleted = (deleted: string): Change => ({ deleted });

function linesOf(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
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
  const file = inputText(path);
  if (!('value' in file)) return undefined;
  // Without its end a line is what a killed run left of it.
  const [run, ...changes] = file.value.split('\n').slice(0, -1).map(parsedJson);
  if (!isJsonObject(run) || !isJsonObject(run.process) || !changes.every(isChange)) return undefined;
  const { runId, startedAt } = run;
  const { pid, host } = run.process;
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof startedAt !== 'string') return undefined;
  return { runId: typeof runId === 'string' ? runId : null, startedAt, process: { pid, host }, pools: left(changes) };
}

type Change = { readonly made: string } | { readonly deleted: string };

function isChange(value: JsonValue | undefined): value is Change {
  return isJsonObject(value) && (typeof value.made === 'string' || typeof value.deleted === 'string');
}

function left(changes: readonly Change[]): readonly string[] {
  const pools = new Set<string>();
  for (const change of changes) {
    if ('made' in change) pools.add(change.made);
    else pools.delete(change.deleted);
  }
  return [...pools];
}

/** Whether the run of a list goes on; undefined for one on another machine. */
export function isListedRunGoingOn(list: OpenPools): boolean | undefined {
  return isRunning(list.process);
}
