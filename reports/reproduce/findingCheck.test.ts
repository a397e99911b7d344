import { expect } from 'chai';
import type { Finding } from '../../harness/record/record.ts';
import { contractOf } from '../../specs/contract.ts';
import { fixtureRecord } from '../fixtureRecord.ts';
import { findingCheck } from './findingCheck.ts';
import { leafLines } from './leafLines.ts';

const contract = contractOf('2026-11-13', 'observed');
const [template] = fixtureRecord.findings;

function checkOf(id: string, kind: Finding['kind'], more: Partial<Finding> = {}) {
  if (template === undefined) throw new Error('The fixture has no finding.');
  const clause = id.slice(0, id.indexOf('/'));
  return findingCheck({ ...template, clause, kind, id, state: [], ...more }, contract);
}

describe('what a script looks for', () => {
  it('follows from kind and answer class', () => {
    expect(checkOf('pool-name.max/accepted-invalid/200', 'accepted-invalid')).to.deep.equal({ kind: 'accepted' });
    expect(checkOf('pool-name.max/wrong-error/LimitExceeded', 'wrong-error')).to.deep.equal({
      kind: 'error',
      name: 'LimitExceeded',
    });
    expect(checkOf('wire.success-status/rejected-valid/413', 'rejected-valid')).to.deep.equal({
      kind: 'status',
      status: 413,
    });
    expect(checkOf('wire.no-json/no-answer/timeout', 'no-answer')).to.deep.equal({ kind: 'no-answer' });
    expect(checkOf('wire.no-json/server-fault/reset', 'server-fault')).to.deep.equal({ kind: 'no-answer' });
    expect(checkOf('wire.content-type/malformed-answer/text/html', 'malformed-answer')).to.deep.equal({
      kind: 'content-type',
      is: 'text/html',
    });
  });

  it('is a member as DescribeUserPool names it', () => {
    expect(checkOf('pool-name.sent/wrong-state/unchanged', 'wrong-state', { member: 'PoolName' })).to.deep.equal({
      kind: 'unchanged',
      pool: 1,
      member: 'Name',
    });
    expect(checkOf('request.untouchable/wrong-state/AliasAttributes', 'wrong-state', { member: '' })).to.deep.include({
      kind: 'changed',
      member: 'AliasAttributes',
    });
  });

  it('is the wrong value itself, where a script can compare it', () => {
    const other = (after: string) =>
      checkOf('mfa-configuration.sent/wrong-state/other-value', 'wrong-state', {
        member: 'MfaConfiguration',
        state: [{ member: 'MfaConfiguration', before: 'OFF', after, expected: '' }],
      });
    expect(other('ON')).to.deep.include({ kind: 'shows', lines: ['MfaConfiguration = "ON"'] });
    expect(other('é')).to.deep.include({ kind: 'changed' });
  });

  it('is nothing where a single run decides nothing', () => {
    expect(checkOf('request.isolated/leaked-state/changed', 'leaked-state')).to.equal(null);
    expect(checkOf('request.serial/wrong-state/end', 'wrong-state')).to.equal(null);
  });
});

describe('the leaves of a value', () => {
  it('are lines in the order of their text', () => {
    expect(leafLines('', { b: [true, { c: 'x y' }], a: {}, d: [] })).to.deep.equal([
      'a = {}',
      'b[0] = true',
      'b[1].c = "x y"',
      'd = []',
    ]);
  });
});
