import { type Case, type Phase, poolPlaceholder } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { isAtOrBelow } from '../../specs/member.ts';
import { readRequest } from '../oracle/breaches.ts';
import type { Lane } from '../plan/plan.ts';
import type { NamedEntry } from './readCorpus.ts';

/** Selects the corpus entries that a run sends. */
export interface CorpusSelection {
  readonly phases: readonly Phase[];
  readonly only?: string | undefined;
}

/** Turns corpus entries into cases, one lane a selected phase. Each case runs on a new pool and is judged by the given contract. */
export function corpusLanes(
  entries: readonly NamedEntry[],
  contract: Contract,
  { phases, only }: CorpusSelection,
): readonly Lane[] {
  const cases = entries
    .filter(({ entry }) => hasClause(entry.clause, contract) || entry.phase !== 'wire')
    .map((entry) => entryCase(entry, contract))
    .filter(({ clause, member }) => only === undefined || isAtOrBelow(clause, only) || isAtOrBelow(member, only));
  return phases
    .map((phase) => ({
      name: `corpus/${phase}`,
      phase,
      cases: cases.filter((corpusCase) => corpusCase.phase === phase),
    }))
    .filter((lane) => lane.cases.length > 0);
}

function entryCase({ name, entry }: NamedEntry, contract: Contract): Case {
  const { phase, member, request, raw, steps, parallel } = entry;
  // The contract may have changed since the entry was saved, so the breaches are determined again.
  const breaks = phase === 'wire' || steps || parallel ? [] : breachesIn(contract, request);
  const clause = hasClause(entry.clause, contract) ? entry.clause : (breaks[0] ?? 'wire.success-status');
  return {
    id: `corpus/${name}`,
    phase,
    clause,
    member,
    breaks,
    request,
    kept: true,
    prior: { ...entry.prior, fresh: true },
    ...(raw === undefined ? {} : { raw }),
    ...(steps === undefined ? {} : { steps }),
    ...(parallel === undefined ? {} : { parallel }),
  };
}

function hasClause(clause: string, { byId }: Contract): boolean {
  return byId.has(clause);
}

const samplePoolId = 'us-east-1_Poolproof';

function breachesIn({ edition }: Contract, request: JsonObject): readonly string[] {
  const named = request.UserPoolId === poolPlaceholder ? { ...request, UserPoolId: samplePoolId } : request;
  return readRequest(edition, named).breaches.map(({ clause }) => clause);
}
