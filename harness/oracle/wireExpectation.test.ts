import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { parsedJson } from '../../specs/json.ts';
import { poolStateOf } from './poolState.ts';
import { wireExpectation } from './wireExpectation.ts';

const contract = contractOf('2026-11-13', 'observed');
const state = poolStateOf(contract.edition, {});
const read = (clause: string, body: string) =>
  wireExpectation({ contract, region: 'us-east-1', prior: state, fresh: state, clause, body, value: parsedJson(body) });

describe('the oracle on a request that no SDK sends', () => {
  for (const [clause, body] of [
    ['wire.no-json', '{"UserPoolId":'],
    ['wire.no-object', '[1]'],
    ['wire.no-object', '"text"'],
    ['wire.empty-body', ' \n'],
    ['wire.unknown-operation', '{}'],
  ] as const) {
    it(`expects the error of ${clause} for ${JSON.stringify(body)}`, () => {
      const errors = contract.byId.get(clause)?.onBreach;
      expect(errors).not.to.be.empty;
      expect(read(clause, body)).to.deep.include({ kind: 'rejected', errors });
    });
  }

  for (const [clause, body] of [
    ['wire.no-json', '{}'],
    ['wire.no-json', ''],
    ['wire.no-object', 'null'],
    ['wire.no-object', '{}'],
    ['wire.empty-body', '{}'],
    ['wire.success-status', '['],
    ['wire.no-such-clause', '{}'],
  ] as const) {
    it(`does not find ${clause} in ${JSON.stringify(body)}`, () => {
      expect(read(clause, body)).to.equal(undefined);
    });
  }

  it('leaves open what no source describes', () => {
    expect(read('wire.headers', '{}')).to.have.property('kind', 'open');
    expect(read('wire.unusual-json', '\uFEFF{}')).to.have.property('kind', 'open');
  });

  it('knows what a request with strange members leads to if they are passed over', () => {
    const strange = '{"UserPoolId":"us-east-1_Abcdefghi","UserPoolTags":{"A":"1"},"userpooltags":{"A":"2"}}';
    const expectation = read('wire.unknown-members', strange);
    const states = expectation?.kind === 'open' ? (expectation.state ?? []) : [];
    const tags = states.find(({ member }) => member === 'UserPoolTags');
    expect(tags?.demands).to.deep.equal({ kind: 'one-of', values: [{ A: '1' }] });
  });

  it('knows of no state where the members that are left break the contract', () => {
    expect(read('wire.unknown-members', '{"userPoolId":"us-east-1_Abcdefghi"}')).not.to.have.property('state');
  });

  it('reads a plain body in unusual writing as any other', () => {
    expect(read('wire.success-status', ' {"\\u0055serPoolId":"us-east-1_Abcdefghi"}')).to.have.property(
      'kind',
      'accepted',
    );
  });
});
