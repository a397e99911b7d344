import type { ErrorName } from './errors.ts';
import type { StructureShape } from './shape.ts';

/** The dates on which the operation's contract was published in a new form, oldest first. */
export const editionDates = [
  '2022-05-24',
  '2022-05-31',
  '2022-10-21',
  '2023-08-15',
  '2024-12-11',
  '2026-10-01',
  '2026-11-13',
] as const;

export type EditionDate = (typeof editionDates)[number];

/** The edition that a run uses unless another is named. */
export const newestDate: EditionDate = editionDates.at(-1) ?? editionDates[0];

/** The contract of UpdateUserPool as published on a date. */
export interface Edition {
  readonly date: EditionDate;
  /** Where the facts were read. */
  readonly source: string;
  /** The declared errors in the model's order; the OpenAPI numbers 480 to 490 follow from it. */
  readonly errors: readonly ErrorName[];
  readonly input: StructureShape;
}
