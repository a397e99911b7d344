import { expect } from 'chai';
import { fixtureRecord } from '../../reports/fixtureRecord.ts';
import { exploredSentence } from '../../reports/text/exploredSentence.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { CaseLine, RunRecord } from '../record/record.ts';
import type { Dimension } from './dimensionNames.ts';
import { exploredBy } from './explored.ts';

const [model] = fixtureRecord.cases;

function recordOf(...cases: readonly Partial<CaseLine>[]): RunRecord {
  if (model === undefined) throw new Error('The fixture has no case.');
  const plain: CaseLine = { ...model, breaks: [], changed: {}, verdict: { kind: 'conforms' } };
  return { ...fixtureRecord, findings: [], cases: cases.map((about) => ({ ...plain, ...about })) };
}

function tried(dimension: Dimension, ...cases: readonly Partial<CaseLine>[]): (item: string) => boolean {
  const not = exploredBy(recordOf(...cases)).find(({ name }) => name === dimension)?.not ?? [];
  return (item) => !not.includes(item);
}

const request = (members: JsonObject) => ({ request: { UserPoolId: 'us-east-1_Abc', ...members } });

describe('what a run tried', () => {
  it('is nothing of a run without cases, and is measured against the whole contract', () => {
    for (const { name, tried: count, of, not } of exploredBy(recordOf())) {
      expect([count, not.length], name).to.deep.equal([0, of]);
      expect(of, name).to.be.above(25);
    }
  });

  it('has members at every depth, pairs of them, and parts that are there or left out', () => {
    const sent = request({ Policies: { PasswordPolicy: { MinimumLength: 8 } }, UserPoolTags: { a: 'b' } });
    expect(tried('members', sent)('Policies.PasswordPolicy.MinimumLength')).to.equal(true);
    expect(tried('members', sent)('UserPoolTags{key}')).to.equal(true);
    expect(tried('members', sent)('PoolName')).to.equal(false);
    expect(tried('pairs', sent)('Policies and UserPoolTags')).to.equal(true);
    expect(tried('pairs', sent)('Policies and PoolName')).to.equal(false);
    expect(tried('absent', sent)('Policies.SignInPolicy')).to.equal(true);
    expect(tried('present', sent)('Policies.SignInPolicy')).to.equal(false);
  });

  it('has the sides of a bound, and a constraint kept or broken', () => {
    const at = request({ PoolName: 'a'.repeat(128) });
    const over = { ...request({ PoolName: 'a'.repeat(129) }), breaks: ['pool-name.max'] };
    expect(tried('bounds', at)('PoolName max at')).to.equal(true);
    expect(tried('bounds', at)('PoolName max over')).to.equal(false);
    expect(tried('bounds', over)('PoolName max over')).to.equal(true);
    expect(tried('kept', at)('pool-name.max')).to.equal(true);
    expect(tried('kept', over)('pool-name.max')).to.equal(false);
    expect(tried('broken', over)('pool-name.max')).to.equal(true);
    expect(tried('broken', at)('pool-name.max')).to.equal(false);
  });

  it('has the states that a pool was seen in', () => {
    const on = { changed: { MfaConfiguration: 'ON', DeletionProtection: 'ACTIVE' } };
    expect(tried('states', on)('MfaConfiguration ON')).to.equal(true);
    expect(tried('states', on)('MfaConfiguration OPTIONAL')).to.equal(false);
    const tagged = { steps: [{ operation: 'TagResource', pool: 1, body: {} }] } as const;
    expect(tried('states', tagged)('after TagResource')).to.equal(true);
  });

  it('has no case that was not sent', () => {
    const skipped = { ...request({ PoolName: 'a' }), verdict: { kind: 'skipped', why: 'No pool.' } } as const;
    expect(tried('members', skipped)('PoolName')).to.equal(false);
  });

  it('is one line, the least tried first', () => {
    const not = ['x'];
    expect(
      exploredSentence([
        { name: 'members', tried: 3, of: 4, not },
        { name: 'pairs', tried: 1, of: 4, not },
        { name: 'bounds', tried: 4, of: 4, not: [] },
      ]),
    ).to.equal('1 of 4 pairs of members · 3 of 4 members');
  });
});
