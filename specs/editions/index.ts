import { type Edition, type EditionDate, newestDate } from '../edition.ts';
import { edition20220524 } from './2022-05-24.ts';
import { edition20220531 } from './2022-05-31.ts';
import { edition20221021 } from './2022-10-21.ts';
import { edition20230815 } from './2023-08-15.ts';
import { edition20241211 } from './2024-12-11.ts';
import { edition20261001 } from './2026-10-01.ts';
import { edition20261113 } from './2026-11-13.ts';
import type { EditionRows, Rows } from './rows.ts';

const editions: Readonly<Record<EditionDate, EditionRows>> = {
  '2022-05-24': edition20220524,
  '2022-05-31': edition20220531,
  '2022-10-21': edition20221021,
  '2023-08-15': edition20230815,
  '2024-12-11': edition20241211,
  '2026-10-01': edition20261001,
  '2026-11-13': edition20261113,
};

/** The edition of a date. */
export function editionOf(date: EditionDate): Edition {
  return editions[date];
}

/** The members of an edition as flat rows. */
export function rowsOf(date: EditionDate): Rows {
  return editions[date].rows;
}

/** The edition that a run uses unless another is named. */
export const newestEdition: Edition = editions[newestDate];
