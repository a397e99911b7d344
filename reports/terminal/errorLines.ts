import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import { type Colors, labelledLines } from './labelledLines.ts';

/** The error set at a glance: which declared errors were returned as expected, which were not, and which were not exercised. */
export function errorLines(errors: readonly ErrorFigures[], colors: Colors, width: number): readonly string[] {
  const exercised = errors.filter((error) => error.exercised);
  const matched = exercised.filter((error) => error.matched > 0);
  const missed = exercised.filter((error) => error.matched === 0 && error.deviating > 0);
  const replaced = exercised.filter((error) => error.matched === 0 && error.deviating === 0);
  const idle = errors.filter((error) => !error.exercised);
  const parts = [
    ...errorGroup('returned as expected', matched),
    ...errorGroup('expected, never returned', missed),
    ...errorGroup('answered with an allowed alternative', replaced),
    ...(idle.length > 0 ? [`${idle.length} not exercised`] : []),
    ...errorGroup(
      'returned unexpectedly',
      errors.filter((error) => error.unexpected > 0),
    ),
  ];
  return labelledLines('errors', parts.join(' · '), colors, width);
}

function errorGroup(title: string, errors: readonly ErrorFigures[]): readonly string[] {
  return errors.length === 0 ? [] : [`${title} ${errors.map(shortName).join(', ')}`];
}

function shortName({ code, name }: ErrorFigures): string {
  const short = name.replace(/Exception$/, '');
  return code === null ? short : `${code} ${short}`;
}
