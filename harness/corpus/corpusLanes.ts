import { type Case, type Phase, poolPlaceholder } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { readRequest } from '../oracle/breaches.ts';
import { type Lane, startsAt } from '../plan/plan.ts';
import type { NamedEntry } from './corpusFolder.ts';

/** What decides which entries of a corpus are sent. */
export interface CorpusChoice {
  readonly phases: readonly Phase[];
  readonly only?: string | undefined;
}

/** The entries of a corpus as cases, a lane for each phase that was chosen; each on a new pool, judged by the contract given. */
export function corpusLanes(
  entries: readonly NamedEntry[],
  contract: Contract,
  { phases, only }: CorpusChoice,
): readonly Lane[] {
  const cases = entries
    .filter(({ entry }) => isKnown(entry.clause, contract) || entry.phase !== 'wire')
    .map((entry) => caseOf(entry, contract))
    .filter(({ clause, member }) => only === undefined || startsAt(clause, only) || startsAt(member, only));
  return phases
    .map((phase) => ({ name: `corpus/${phase}`, phase, cases: cases.filter((one) => one.phase === phase) }))
    .filter((lane) => lane.cases.length > 0);
}

function caseOf({ name, entry }: NamedEntry, contract: Contract): Case {
  const { phase, member, request, raw, steps, parallel } = entry;
  // What was a breach when it was kept may be none today: the request is read anew.
  const breaks = phase === 'wire' || steps || parallel ? [] : breachesIn(contract, request);
  const clause = isKnown(entry.clause, contract) ? entry.clause : (breaks[0] ?? 'wire.success-status');
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

function isKnown(clause: string, { byId }: Contract): boolean {
  return byId.has(clause);
}

const anyId = 'us-east-1_Poolproof';

function breachesIn({ edition }: Contract, request: JsonObject): readonly string[] {
  const named = request.UserPoolId === poolPlaceholder ? { ...request, UserPoolId: anyId } : request;
  return readRequest(edition, named).breaches.map(({ clause }) => clause);
}
