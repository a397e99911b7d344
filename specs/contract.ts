import type { Basis, Clause, ClauseId } from './clause.ts';
import { topics } from './clauses/index.ts';
import type { Edition, EditionDate } from './edition.ts';
import { editionOf } from './editions/index.ts';
import { inForce } from './inForce.ts';
import { membersOf } from './member.ts';
import { membersNamedBy } from './membersNamedBy.ts';
import { modelClauses } from './modelClauses.ts';
import { stateClauses } from './stateClauses.ts';

/** The contract as a run uses it: one edition, one basis, every clause that then holds. */
export interface Contract {
  readonly edition: Edition;
  readonly basis: Basis;
  readonly clauses: readonly Clause[];
  readonly byId: ReadonlyMap<ClauseId, Clause>;
}

const contracts = new Map<string, Contract>();

/** The contract of an edition under a basis; the same object each time. */
export function contractOf(date: EditionDate, basis: Basis): Contract {
  const key = `${date} ${basis}`;
  const contract = contracts.get(key) ?? makeContract(editionOf(date), basis);
  contracts.set(key, contract);
  return contract;
}

/** The contract of any edition, one that is not vendored too. Rules and evidence are those of the edition's date. */
export function makeContract(edition: Edition, basis: Basis): Contract {
  const clauses = [...modelClauses(edition), ...stateClauses(edition, basis), ...handWritten(edition, basis)];
  return { edition, basis, clauses, byId: new Map(clauses.map((clause) => [clause.id, clause])) };
}

/** The clauses of the topics that hold; one that names a member which the edition lacks is left out. */
function handWritten(edition: Edition, basis: Basis): readonly Clause[] {
  const members = membersOf(edition.input);
  const known = new Set(members.map(({ path }) => path));
  // The keys of a map are no members; a rule may name one of them.
  const maps = members.filter(({ shape }) => shape.type === 'map').map(({ path }) => `${path}.`);
  return topics
    .flatMap((topic) => topic.clauses ?? [])
    .filter((clause) => inForce(clause, edition.date))
    .filter((clause) => clause.basis === undefined || clause.basis === basis)
    .filter((clause) =>
      membersNamedBy(clause).every((path) => known.has(path) || maps.some((map) => path.startsWith(map))),
    );
}
