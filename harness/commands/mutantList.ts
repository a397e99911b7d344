import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { EditionDate } from '../../specs/edition.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { wrap } from './wrap.ts';

/** The mutants of these ids, two lines or more for each, or as JSON. */
export function mutantList(edition: EditionDate, basis: Basis, ids: readonly string[], json: boolean): string {
  const wanted = new Set(ids);
  const listed = mutantsOf(contractOf(edition, basis))
    .filter(({ id }) => wanted.has(id))
    .map(({ id, group, clause, says }) => ({ id, group, clause, says }));
  if (json) return JSON.stringify(listed, undefined, 2);
  return listed.map(({ id, says }) => `${id}\n        ${wrap(says, ' '.repeat(8))}`).join('\n');
}
