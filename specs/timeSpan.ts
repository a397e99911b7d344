/** Milliseconds of the units in which durations are given, shortest first. */
export const timeUnits = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** A duration in milliseconds, in the longest unit that needs no fraction: `90 s`. */
export function timeSpan(ms: number): string {
  const [unit, length] = Object.entries(timeUnits).findLast(([, one]) => ms % one === 0) ?? ['ms', 1];
  return `${ms / length} ${unit}`;
}
