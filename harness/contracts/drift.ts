import { type EditionDate, editionDates } from '../../specs/edition.ts';
import { newestEdition, rowsOf } from '../../specs/editions/index.ts';
import { commonErrors, declaredErrors } from '../../specs/errors.ts';
import type { ImportedEdition } from './modelSource.ts';
import { isSameRow, type RowDifference, rowDifferences } from './rowDifferences.ts';

/** How a model stands to the editions that poolproof has. */
export interface Drift {
  /** The edition that the model differs least from, the oldest of several. */
  readonly nearest: EditionDate;
  /** Where it differs from that edition. */
  readonly differences: readonly RowDifference[];
  /** What the model says and no edition ever said: the editions lag behind. */
  readonly news: readonly RowDifference[];
  /** Errors of the model that no edition declares. */
  readonly newErrors: readonly string[];
  /** Differences between the forms of the model, known for years. */
  readonly dialect: readonly RowDifference[];
}

/** Compares a model with every vendored edition. */
export function drift({ rows, errors, form }: ImportedEdition): Drift {
  const distances = editionDates.map((date) => ({ date, differences: rowDifferences(rowsOf(date), rows) }));
  const nearest = distances.reduce((best, each) => (each.differences.length < best.differences.length ? each : best));
  const isOurs = form === 'smithy' ? isDialect : () => false;
  const isNew = hasEverything(rows) ? isUnlikeNewest : isUnlikeEvery;
  const foreign = nearest.differences.filter((each) => !isOurs(each));
  const known = new Set<string>([...declaredErrors, ...commonErrors].map(({ name }) => name));
  const added = rowDifferences(rowsOf(newestEdition.date), rows).filter(isNew);
  return {
    nearest: nearest.date,
    differences: foreign,
    news: added.filter((each) => !isOurs(each)),
    newErrors: errors.filter((name) => !known.has(name)),
    dialect: nearest.differences.filter(isOurs),
  };
}

/** Whether a model is at least as new as the newest edition whose limits are all published. */
function hasEverything(rows: ImportedEdition['rows']): boolean {
  return Object.keys(rowsOf('2026-10-01')).every((path) => Object.hasOwn(rows, path));
}

// A model as new as ours may lack a member only where nobody published more than its name.
function isUnlikeNewest({ path, to }: RowDifference): boolean {
  return to !== undefined || Object.hasOwn(rowsOf('2026-10-01'), path);
}

function isUnlikeEvery({ path, to }: RowDifference): boolean {
  if (to === undefined) return false;
  return !editionDates.some((date) => {
    const row = rowsOf(date)[path];
    return row !== undefined && isSameRow(row, to);
  });
}

/** Smithy searches for the code in a text; botocore prints a pattern for the whole, which no line break may be in. */
function isDialect({ from, to }: RowDifference): boolean {
  if (from === undefined || to === undefined) return false;
  return to.pattern === `(?s)${from.pattern}` && isSameRow({ ...from, pattern: '' }, { ...to, pattern: '' });
}
