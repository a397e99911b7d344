import type { Contract } from '../../../specs/contract.ts';
import type { Steps } from '../mock/world.ts';
import type { OddAlteration, OddServer } from './oddServer.ts';

/** One server with the oddities of several: they are laid around each other, the first one innermost. */
export function oddTogether(id: string, parts: readonly OddServer[], contract: Contract): OddServer {
  const alterations = parts.map(({ alteration }) => alteration);
  const all = <Name extends keyof OddAlteration>(name: Name) =>
    alterations.map((alteration) => alteration[name]).filter((each) => each !== undefined);
  return {
    id,
    group: 'policy',
    member: '',
    clause: '',
    says: parts.map(({ says }) => says).join(' '),
    allowed: parts.map(({ allowed }) => allowed).join(' '),
    alteration: {
      clauses: changedClauses(contract, all('clauses')),
      steps: layered(
        all('steps').map(
          (change) =>
            (usual: Steps): Steps => ({ ...usual, ...change(usual) }),
        ),
      ),
      wire: layered(all('wire')),
      fetch: layered(all('fetch')),
      service: layered(all('service')),
      fresh: layered(all('fresh')),
    },
    earned: parts.flatMap(({ earned = [] }) => earned),
  };
}

function layered<T>(layers: readonly ((usual: T) => T)[]): (usual: T) => T {
  return (usual) => layers.reduce((inner, layer) => layer(inner), usual);
}

/** Each clause as the one oddity has it that changes it. */
function changedClauses({ clauses }: Contract, changed: readonly Contract['clauses'][]): Contract['clauses'] {
  return clauses.map(
    (clause, index) =>
      changed.map((each) => each[index]).find((each) => each !== undefined && each !== clause) ?? clause,
  );
}
