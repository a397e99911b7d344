import { expect } from 'chai';
import type { Case, Prior } from '../../generators/cases/case.ts';
import { createOperation } from '../../specs/operation.ts';
import { operationCounter } from '../dev/operationCounter.ts';
import { runTrial } from '../dev/runTrial.ts';

const token = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };

function named(name: string, prior?: Prior): Case {
  const request = {
    UserPoolId: '{UserPoolId}',
    PoolName: name,
    MfaConfiguration: prior?.mfa?.MfaConfiguration ?? 'OFF',
  };
  const about = { clause: 'pool-name.sent', member: 'PoolName', breaks: [] } as const;
  return { id: `fuzz/${name}`, phase: 'fuzz', ...about, request, ...(prior === undefined ? {} : { prior }) };
}

/** How many pools a lane of cases makes, and how often it sets factors. */
async function madeAndSet(...cases: readonly Case[]): Promise<readonly [number, number]> {
  const { around, times } = operationCounter();
  const { findings, cases: lines } = await runTrial({
    phases: ['fuzz'],
    lanes: [{ name: 'fuzz/1', phase: 'fuzz', cases }],
    around,
  });
  expect(findings).to.deep.equal([]);
  expect(lines.map(({ verdict }) => verdict.kind)).to.deep.equal([...cases, 'control'].map(() => 'conforms'));
  // One of each is the probe's.
  return [times(createOperation) - 1, times('SetUserPoolMfaConfig') - 1];
}

describe('a pool with factors', () => {
  it('serves the cases that need the same, which are set once while they are there', async () => {
    expect(await madeAndSet(named('a', { mfa: token }), named('b', { mfa: token }))).to.deep.equal([2, 1]);
  });

  it('makes room for a new one where an update has taken them away: whether they may be set twice is not in question', async () => {
    const off = { ...named('a', { mfa: token }), request: { UserPoolId: '{UserPoolId}', MfaConfiguration: 'OFF' } };
    expect(await madeAndSet(off, named('b', { mfa: token }))).to.deep.equal([3, 2]);
  });

  it('serves no case that needs none, or others', async () => {
    expect(await madeAndSet(named('a', { mfa: token }), named('b'))).to.deep.equal([3, 1]);
    const required = { ...token, MfaConfiguration: 'ON' };
    expect(await madeAndSet(named('a', { mfa: token }), named('b', { mfa: required }))).to.deep.equal([3, 2]);
  });

  it('serves no case where they were refused after the update before them, which nobody has read', async () => {
    const update = { SmsVerificationMessage: 'Prior {####}' };
    // Not taken without a sender of the pool's own.
    const email = { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } };
    const valid = named('b');
    const request = { ...valid.request, MfaConfiguration: 'SOMETIMES' };
    const refused: Case = { ...valid, clause: 'mfa-configuration.enum', breaks: ['mfa-configuration.enum'], request };
    const { findings, cases } = await runTrial({
      phases: ['fuzz'],
      lanes: [{ name: 'fuzz/1', phase: 'fuzz', cases: [named('a', { update, mfa: email }), refused] }],
    });
    expect(findings).to.deep.equal([]);
    expect(cases.map(({ verdict }) => verdict.kind)).to.deep.equal(['skipped', 'conforms', 'conforms']);
  });
});
