import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { isJsonObject } from '../../specs/json.ts';
import { evaluate } from './condition.ts';
import { membersNeededBy } from './membersNeededBy.ts';

describe('the members that a rule needs', () => {
  const contracts = editionDates.flatMap((date) => [contractOf(date, 'observed'), contractOf(date, 'documented')]);
  const rules = contracts
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ id, constraint, examples }) => (constraint.kind === 'rule' ? [{ id, constraint, examples }] : []));

  it('are in every request that breaks it', () => {
    for (const { id, constraint, examples } of rules) {
      const needed = membersNeededBy(constraint.breach) ?? [];
      for (const { value } of examples.breaks) {
        const names = isJsonObject(value) ? Object.keys(value) : [];
        expect(needed.length === 0 || needed.some((name) => names.includes(name)), id).to.equal(true);
      }
    }
  });

  it('leave the rule kept where none of them is sent, whatever the pool has', () => {
    const scene = { request: {}, region: 'us-east-1' };
    for (const { id, constraint } of rules.filter((rule) => membersNeededBy(rule.constraint.breach) !== undefined)) {
      for (const known of [undefined, null, true, 'ON', [], ['SMS_OTP'], { a: 'b' }]) {
        expect(evaluate(constraint.breach, { ...scene, result: () => known }), id).to.equal(false);
      }
    }
  });

  it('are known of most rules', () => {
    const unknown = rules.filter(({ constraint }) => membersNeededBy(constraint.breach) === undefined);
    expect(unknown.length).to.be.below(rules.length / 4);
  });

  it('are unknown where a member that is left out may break it', () => {
    const absent = { kind: 'is', at: 'A.B', reads: 'request', values: [null] } as const;
    const present = { kind: 'present', at: 'A.B', reads: 'request' } as const;
    expect(membersNeededBy(absent)).to.equal(undefined);
    expect(membersNeededBy({ kind: 'not', of: present })).to.equal(undefined);
    expect(membersNeededBy({ kind: 'any', of: [absent, present] })).to.equal(undefined);
    expect(membersNeededBy({ kind: 'all', of: [absent, present] })).to.deep.equal(['A']);
    expect(membersNeededBy({ ...present, reads: 'result' })).to.equal(undefined);
  });
});
