import type { BoardEntry, ControlRow } from '../../reports/board/index.ts';
import { messageOf } from '../session/messageOf.ts';
import { boardEntry } from './boardEntry.ts';
import type { BoardSettings } from './boardSettings.ts';
import type { BoardTarget } from './boardTarget.ts';
import { type Control, controlRow } from './controls.ts';
import { prepareOrTellWhy } from './prepareOrTellWhy.ts';
import type { PreparedTarget } from './prepareTarget.ts';
import { runSideBySide } from './runSideBySide.ts';
import { runTarget } from './runTarget.ts';

/** The outcome of a board's runs. */
export interface BoardRuns {
  readonly entries: readonly BoardEntry[];
  readonly controls: readonly ControlRow[];
  /** Milliseconds of the runs alone. */
  readonly durationMs: number;
}

/** Installs the targets one after the other, then runs them and the controls side by side, each in a process of its own. */
export async function runBoard(
  targets: readonly BoardTarget[],
  controls: readonly Control[],
  settings: BoardSettings,
): Promise<BoardRuns> {
  const prepared: PreparedTarget[] = [];
  for (const target of [...targets, ...controls.map((control) => control.target)]) {
    settings.progress(`${target.name}: preparing`);
    prepared.push(await prepareOrTellWhy(target, settings));
  }
  const started = performance.now();
  const isTarget = ({ target }: PreparedTarget) => targets.includes(target);
  const ordered = [...slowestFirst(prepared.filter(isTarget), settings), ...prepared.filter((one) => !isTarget(one))];
  const jobs = ordered.map((one) => () => runPrepared(one, settings));
  const entries = await runSideBySide(jobs, settings.parallel);
  const durationMs = Math.round(performance.now() - started);
  const byName = new Map(entries.map((entry) => [entry.facts.name, entry]));
  return {
    entries: targets.flatMap(({ name }) => byName.get(name) ?? []),
    controls: controls.map((control) => controlRow(control, byName.get(control.target.name))),
    durationMs,
  };
}

async function runPrepared(prepared: PreparedTarget, settings: BoardSettings): Promise<BoardEntry> {
  if (prepared.kind === 'unavailable') return boardEntry(prepared, { kind: 'failed', reason: prepared.reason });
  const { name } = prepared.target;
  settings.progress(`${name}: running`);
  const entry = await entryOf(prepared, settings);
  settings.progress(entry.kind === 'tested' ? `${name}: done` : `${name}: ${entry.reason}`);
  return entry;
}

// Whatever goes wrong with one target costs its own row, not the rows of the others.
async function entryOf(
  prepared: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  settings: BoardSettings,
): Promise<BoardEntry> {
  try {
    return boardEntry(prepared, await runTarget(prepared, settings));
  } catch (error) {
    return boardEntry(prepared, { kind: 'failed', reason: messageOf(error) });
  }
}

// The whole takes least time if the longest run does not start last; those of the controls are short.
function slowestFirst(prepared: readonly PreparedTarget[], { expected }: BoardSettings): readonly PreparedTarget[] {
  const time = ({ target }: PreparedTarget) => expected.get(target.name) ?? Number.POSITIVE_INFINITY;
  return prepared.toSorted((left, right) => (time(left) === time(right) ? 0 : time(right) - time(left)));
}
