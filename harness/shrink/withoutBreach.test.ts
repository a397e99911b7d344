import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { runTrial, type ServerPolicy } from '../dev/runTrial.ts';
import { breachesOf } from '../oracle/breaches.ts';
import { brokenMembers } from './withoutBreach.ts';

const { edition } = contractOf('2026-11-13', 'observed');

const examples = {
  PoolName: ['pool-name.max', 'a'.repeat(140)],
  DeletionProtection: ['deletion-protection.enum', 'PERHAPS'],
  MfaConfiguration: ['mfa-configuration.enum', 'SOMETIMES'],
  UserPoolTier: ['user-pool-tier.enum', 'GOLDEN'],
} as const;

type ExampleMember = keyof typeof examples;

function broken(...members: readonly ExampleMember[]): Case {
  const breaks = members.map((member) => examples[member][0]);
  const [only = ''] = breaks;
  return {
    id: `fuzz/${members.join('+')}`,
    phase: 'fuzz',
    clause: breaks.length > 1 ? severalBreachesClause : only,
    member: breaks.length > 1 ? '' : (members[0] ?? ''),
    breaks,
    request: {
      UserPoolId: '{UserPoolId}',
      AutoVerifiedAttributes: ['email'],
      ...Object.fromEntries(members.map((member) => [member, examples[member][1]])),
    },
  };
}

const all = broken('PoolName', 'DeletionProtection', 'MfaConfiguration', 'UserPoolTier');

/** Answers in its own way where breaches of all of these come together, whatever else is wrong. */
function stumblesOver(answer: ReturnType<ServerPolicy>, ...members: readonly string[]): ServerPolicy {
  return (request: JsonObject) => {
    const found = breachesOf(edition, request).map(({ member }) => member);
    return members.every((member) => found.includes(member)) ? answer : undefined;
  };
}

async function smallestOf(policy: ServerPolicy, ...cases: readonly Case[]) {
  const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases }] as const;
  const { findings, footer } = await runTrial({ policy, phases: ['fuzz'], lanes });
  const finding = findings.find(({ clause }) => clause === severalBreachesClause);
  const request = typeof finding?.request === 'object' ? finding.request : {};
  const members = brokenMembers(edition, request);
  return { finding, request, members, footer };
}

const crash = { error: { name: 'InternalErrorException', message: 'Out of order.' } } as const;
const accepted = { ok: {} } as const;

describe('a finding about several breaches', () => {
  it('keeps the two of four that matter together, and names only those', async () => {
    for (const pair of [
      ['DeletionProtection', 'UserPoolTier'],
      ['PoolName', 'DeletionProtection'],
      ['MfaConfiguration', 'UserPoolTier'],
    ] as const) {
      const { finding, request } = await smallestOf(stumblesOver(crash, ...pair), all);
      expect(finding?.reproduced).to.equal(true);
      expect(Object.keys(request)).to.have.members(['UserPoolId', ...pair]);
      const others = Object.keys(examples).filter((member) => !pair.some((one) => one === member));
      for (const other of others) expect(finding?.expected).to.not.contain(other);
    }
  });

  it('keeps all that are needed', async () => {
    const three = ['PoolName', 'DeletionProtection', 'UserPoolTier'] as const;
    const { members } = await smallestOf(stumblesOver(crash, ...three), all);
    expect(members)
      .to.include.members([...three])
      .and.not.include('MfaConfiguration');
  });

  it('is never reduced to a single breach, nor to those that show the same alone', async () => {
    const one = await smallestOf(stumblesOver(crash, 'PoolName'), all);
    expect(Object.keys(one.request)).to.have.lengthOf(3).and.include('PoolName');
    const pair = ['PoolName', 'UserPoolTier'] as const;
    const both: ServerPolicy = (request) => {
      const found = breachesOf(edition, request).map(({ member }) => member);
      const isAlone = found.length === 1 && pair.some((member) => found.includes(member));
      return isAlone || pair.every((member) => found.includes(member)) ? accepted : undefined;
    };
    const { members } = await smallestOf(both, all, broken('PoolName'), broken('UserPoolTier'));
    expect(members)
      .to.have.lengthOf(3)
      .and.include.members([...pair]);
  });

  it('costs no more requests than any other', async () => {
    const { footer } = await smallestOf(stumblesOver(crash, 'DeletionProtection', 'UserPoolTier'), all);
    expect(footer.requests).to.be.below(26 * 6);
  });
});
