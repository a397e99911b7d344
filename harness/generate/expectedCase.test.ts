import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { type Case, phases } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { plan } from '../plan/plan.ts';
import { type ExpectedCase, expectationTeller } from './expectedCase.ts';

const schema = JSON.parse(readFileSync(new URL('./case.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const region = 'us-east-1';

function expectedCases(date: '2022-05-24' | '2026-11-13'): readonly (ExpectedCase & { readonly lane: string })[] {
  const contract = contractOf(date, 'observed');
  const scene = { edition: contract.edition, basis: contract.basis, region, account: '123456789012' };
  const expected = expectationTeller(contract, region);
  return plan({ scene, phases, seed: 1, cases: 400 }).flatMap(({ name, cases }) =>
    [...cases].map((one) => ({ lane: name, ...expected(one) })),
  );
}

for (const date of ['2022-05-24', '2026-11-13'] as const) {
  describe(`the cases of ${date} with their expectations`, () => {
    let all: ReturnType<typeof expectedCases> = [];
    const of = (id: string) => all.find((one) => one.id === id)?.expectation;

    before(() => {
      all = expectedCases(date);
    });

    it('are as their schema says', () => {
      const wrong = all.flatMap((one) =>
        validate(JSON.parse(JSON.stringify(one))) ? [] : [`${one.id}: ${JSON.stringify(validate.errors)}`],
      );
      expect(wrong).to.deep.equal([]);
    });

    it('are refused where they break something', () => {
      const taken = all.filter(({ breaks, expectation }) => breaks.length > 0 && expectation.kind !== 'rejected');
      expect(taken.map(({ id }) => id)).to.deep.equal([]);
    });

    it('name every clause that they break, and the error that it earns', () => {
      expect(of('boundary/Policies.PasswordPolicy.MinimumLength/max/over')).to.deep.equal({
        kind: 'rejected',
        errors: ['InvalidParameterException'],
        clauses: ['policies.password-policy.minimum-length.max'],
      });
    });

    it('tell what the pool shows afterwards, on the state that came before', () => {
      const kept = of('examples/state/UserPoolTags/omitted');
      const state = kept?.kind === 'accepted' ? kept.state : [];
      const tags = state.find(({ member }) => member === 'UserPoolTags');
      const before = all.find(({ id }) => id === 'examples/state/UserPoolTags/omitted')?.prior?.update?.UserPoolTags;
      expect(tags).to.deep.include({ oneOf: [before] });
    });

    it('tell that a pool that is not there is not found', () => {
      const missing = all.find(({ clause }) => clause === 'user-pool-id.exists')?.expectation;
      expect(missing).to.deep.include({ kind: 'rejected', errors: ['ResourceNotFoundException'] });
    });
  });
}

describe('the expectation of a case', () => {
  const expected = expectationTeller(contractOf('2026-11-13', 'observed'), region);
  const one: Case = {
    id: 'wire/x',
    phase: 'wire',
    clause: 'wire.no-json',
    member: '',
    breaks: [],
    request: {},
    raw: { body: '{' },
  };

  it('reads the body that goes over the wire', () => {
    expect(expected(one).expectation).to.deep.include({ kind: 'rejected', clauses: ['wire.no-json'] });
  });

  it('is open where the order of requests decides', () => {
    const { raw: _none, ...plain } = one;
    expect(expected({ ...plain, parallel: [] }).expectation.kind).to.equal('open');
  });
});
