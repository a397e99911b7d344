import type { Leftover } from './findLeftovers.ts';

/** Milliseconds without a new or updated pool after which a run is taken to be over. */
const idleTime = 60 * 60_000;

/**
 * The runs among some pools that may still be going on: those that somebody knows to run, and those whose pools were touched
 * within the last hour and that are not known to be over. `known` says whether a run goes on, where that is known.
 */
export function runsGoingOn(
  pools: readonly Leftover[],
  known: (run: string) => boolean | undefined,
  now: number,
): ReadonlySet<string> {
  const touched = new Map<string, number>();
  for (const { run, touchedAt } of pools) touched.set(run, Math.max(touched.get(run) ?? 0, touchedAt ?? 0));
  const recent = [...touched].filter(([run, at]) => known(run) ?? now - at < idleTime);
  return new Set(recent.map(([run]) => run));
}
