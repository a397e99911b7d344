/** A text as parts: literal text, or a period and how often it repeats. */
export type TextRuns = readonly (string | readonly [period: string, count: number])[];

/** Shorter texts are not worth a search. */
const shortestText = 96;

/** Characters that a repetition has to save. */
const leastSaved = 48;

/** Longest period that is looked for, in UTF-16 units. */
const longestPeriod = 600;

/** Units of the probe by which a repetition is found; a shorter repetition goes unnoticed. */
const probeLength = 16;

/** Units between two probes: most texts repeat nothing, and a repetition worth saving is longer. */
const probeStep = 48;

/** Units that are compared at once. */
const blockLength = 1024;

/** The repetitions of a text, in which values at a bound consist almost entirely; undefined where there are hardly any. */
export function textRunsOf(text: string): TextRuns | undefined {
  if (text.length < shortestText) return undefined;
  const parts: (string | readonly [string, number])[] = [];
  let written = 0;
  let at = 0;
  while (at < text.length) {
    let run = runAt(text, at);
    if (run === undefined) {
      at += probeStep;
      continue;
    }
    // The probe steps over a few units: the run may begin before it.
    const found = at;
    while (at > written && text.charCodeAt(at - 1) === text.charCodeAt(at - 1 + run.period)) at -= 1;
    if (at < found) run = runAt(text, at) ?? run;
    if (at > written) parts.push(text.slice(written, at));
    parts.push([text.slice(at, at + run.period), run.count]);
    at += run.period * run.count;
    written = at;
  }
  if (parts.length === 0) return undefined;
  return written < text.length ? [...parts, text.slice(written)] : parts;
}

/** The text of these parts. */
export function textOfRuns(runs: TextRuns): string {
  return runs.map((part) => (typeof part === 'string' ? part : part[0].repeat(part[1]))).join('');
}

function runAt(text: string, at: number): { readonly period: number; readonly count: number } | undefined {
  const probe = text.slice(at, at + probeLength);
  const distance = text.slice(at + 1, at + longestPeriod + probeLength).indexOf(probe);
  if (distance < 0) return undefined;
  const period = distance + 1;
  let end = at + period;
  // Blocks are compared at once, and what is left of the last one by units.
  while (text.slice(end, end + blockLength) === text.slice(end - period, end - period + blockLength))
    end += blockLength;
  // Behind the end there is NaN, which equals nothing.
  while (text.charCodeAt(end) === text.charCodeAt(end - period)) end += 1;
  const count = Math.floor((end - at) / period);
  return (count - 1) * period < leastSaved ? undefined : { period, count };
}
