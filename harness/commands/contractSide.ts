import { existsSync } from 'node:fs';
import type { Basis } from '../../specs/clause.ts';
import { type Contract, contractOf, makeContract } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { editionFrom } from '../../specs/editions/rows.ts';
import { errorNamed } from '../../specs/errors.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { drift } from '../contracts/drift.ts';
import { importEdition } from '../contracts/importEdition.ts';
import type { ImportedEdition } from '../contracts/modelSource.ts';
import { UserError } from '../userError.ts';

/** One side of a comparison: a built-in edition or one from a file. */
export interface ContractSide {
  readonly name: string;
  readonly contract: Contract;
  /** The declared errors; a file may name some that poolproof does not know. */
  readonly errors: readonly string[];
}

/** The contract that a date or path names; throws a UserError where it names neither. */
export function contractSide(text: string, basis: Basis): ContractSide {
  const date = editionDates.find((known) => known === text);
  if (date !== undefined) {
    const contract = contractOf(date, basis);
    return { name: date, contract, errors: contract.edition.errors };
  }
  if (existsSync(text)) return importedSide(importEdition(text), basis);
  throw new UserError(
    'unknown-edition',
    `There is no edition "${text}", and no such file.`,
    `There are ${editionDates.join(', ')}.${didYouMean(text, editionDates)}`,
  );
}

/** An imported edition with the rules of the built-in edition that it is nearest to. */
export function importedSide(imported: ImportedEdition, basis: Basis): ContractSide {
  const { source, rows } = imported;
  const errors = imported.errors.flatMap((name) => errorNamed(name)?.name ?? []);
  const edition = editionFrom({ date: drift(imported).nearest, source, errors, rows });
  return { name: source, contract: makeContract(edition, basis), errors: imported.errors };
}
