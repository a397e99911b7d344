import { expect } from 'chai';
import type { Clause } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import { expectationOf } from './expectation.ts';
import type { PoolState } from './poolState.ts';

describe('a clause about the state that decides something', () => {
  for (const edition of editionDates) {
    for (const basis of ['observed', 'documented'] as const) {
      it(`is what one of its own examples is judged by in edition ${edition} (${basis})`, () => {
        const contract = contractOf(edition, basis);
        const silent = contract.clauses.filter((clause) => decides(clause, contract) && !isJudged(clause, contract));
        expect(silent.map(({ id }) => id)).to.deep.equal([]);
      });
    }
  }
});

function decides({ constraint, examples }: Clause, { basis }: Contract): boolean {
  return constraint.kind === 'state' && constraint[basis].kind !== 'open' && (examples?.keeps ?? []).length > 0;
}

function isJudged({ id, examples }: Clause, contract: Contract): boolean {
  const fresh: PoolState = { members: defaultPool(contract.edition), factors: {}, fixed: {} };
  return (examples?.keeps ?? []).some(({ value, prior = {}, mfa = {} }) => {
    const before = { ...fresh, members: { ...fresh.members, ...prior }, factors: mfa };
    const request = { UserPoolId: 'us-east-1_A', ...(value as object) };
    const expectation = expectationOf({ contract, region: 'us-east-1', request, prior: before, fresh });
    return 'state' in expectation && expectation.state?.some(({ clause }) => clause === id) === true;
  });
}
