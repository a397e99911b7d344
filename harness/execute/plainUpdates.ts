import type { Case } from '../../generators/cases/case.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import type { CaseSetting } from './caseOutcome.ts';
import { needsState } from './needsState.ts';

/** One update without any preparation but a new pool, as the SDK writes it, that this run has generated. */
export function isPlainUpdate({
  prior = {},
  raw,
  steps,
  parallel,
  fault,
  fixtureError,
  withinBound,
  kept,
}: Case): boolean {
  const { fresh: _needsNewPool, ...prepared } = prior;
  const isPrepared = Object.keys(prepared).length > 0;
  return (
    !isPrepared && [raw, steps, parallel, fault, fixtureError, withinBound, kept].every((one) => one === undefined)
  );
}

/** A plain update that has to be refused for what it says, whatever the state of the pool. */
export function isPlainBreach(setting: CaseSetting, testCase: Case): boolean {
  const { breaks } = testCase;
  const isOfRequest = breaks.length > 0 && breaks.every((clause) => mayBeOfRequest(setting.contract, clause));
  return isOfRequest && isPlainUpdate(testCase) && !needsState(setting, testCase);
}

function mayBeOfRequest({ byId }: Contract, id: ClauseId): boolean {
  const clause = byId.get(id);
  return clause !== undefined && clause.member !== 'UserPoolId' && kindsOfRequest.has(clause.constraint.kind);
}

const kindsOfRequest: ReadonlySet<string> = new Set(['type', 'required', 'enum', 'min', 'max', 'pattern', 'rule']);
