import type { ErrorFigures } from '../../harness/figures/errorFigures.ts';
import { type Colors, labelled } from './labelled.ts';

/** The error set at a glance: which declared errors came as they should, which did not, which were not provoked. */
export function errorLines(errors: readonly ErrorFigures[], colors: Colors, width: number): readonly string[] {
  const exercised = errors.filter((error) => error.exercised);
  const matched = exercised.filter((error) => error.matched > 0);
  const missed = exercised.filter((error) => error.matched === 0 && error.amiss > 0);
  const replaced = exercised.filter((error) => error.matched === 0 && error.amiss === 0);
  const idle = errors.filter((error) => !error.exercised);
  const parts = [
    ...group('answered', matched),
    ...group('provoked in vain', missed),
    ...group('another came, as it may, for', replaced),
    ...(idle.length > 0 ? [`${idle.length} not provoked`] : []),
    ...group(
      'out of place',
      errors.filter((error) => error.unexpected > 0),
    ),
  ];
  return labelled('errors', parts.join(' · '), colors, width);
}

function group(title: string, errors: readonly ErrorFigures[]): readonly string[] {
  return errors.length === 0 ? [] : [`${title} ${errors.map(shortName).join(', ')}`];
}

function shortName({ code, name }: ErrorFigures): string {
  const short = name.replace(/Exception$/, '');
  return code === null ? short : `${code} ${short}`;
}
