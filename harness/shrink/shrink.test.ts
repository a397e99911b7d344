import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { runTrial, type ServerPolicy } from '../dev/runTrial.ts';
import { patienceFor } from '../execute/giveUp.ts';
import { findingId } from '../findings/findingId.ts';
import { deviationsOf } from '../judge/verdictOf.ts';
import { breachesOf } from '../oracle/breaches.ts';

const accepted = { ok: {} };
const { edition } = contractOf('2026-11-13', 'observed');

/** Says yes to a request that breaks nothing but these clauses. */
function heedlessOf(...clauses: readonly string[]): ServerPolicy {
  return (request: JsonObject) => {
    const broken = breachesOf(edition, request).map(({ clause }) => clause);
    return broken.length > 0 && broken.every((clause) => clauses.includes(clause)) ? accepted : undefined;
  };
}

/** A request in which one member is wrong, and others are right. */
function broken(clause: string, member: string, wrong: JsonObject): Case {
  const request = {
    UserPoolId: '{UserPoolId}',
    AutoVerifiedAttributes: ['email'],
    DeletionProtection: 'INACTIVE',
    ...wrong,
  };
  return { id: `fuzz/${clause}`, phase: 'fuzz', clause, member, breaks: [clause], request };
}

async function smallestOf(policy: ServerPolicy, testCase: Case) {
  const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases: [testCase] }] as const;
  const { findings, footer } = await runTrial({ policy, phases: ['fuzz'], lanes });
  const { footer: unshrunk } = await runTrial({ policy, phases: ['fuzz'], lanes, shrinks: false });
  const finding = findings.find((one) => one.clause === testCase.clause);
  return { request: finding?.request, requests: footer.requests - unshrunk.requests, finding };
}

/** A valid request with many members. */
const ofManyMembers: Case = {
  id: 'fuzz/many',
  phase: 'fuzz',
  clause: 'wire.success-status',
  member: '',
  breaks: [],
  request: {
    UserPoolId: '{UserPoolId}',
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    AutoVerifiedAttributes: ['email'],
    SmsVerificationMessage: 'Code {####}',
    EmailVerificationMessage: 'Code {####}',
    EmailVerificationSubject: 'Code',
    SmsAuthenticationMessage: 'Code {####}',
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    UserPoolTags: { Team: 'Blue' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
    DeletionProtection: 'INACTIVE',
    PoolName: 'Pool',
    UserPoolTier: 'ESSENTIALS',
  },
};

/** Refuses a request with both a name and a subject. */
function refusingBoth({ PoolName, EmailVerificationSubject }: JsonObject) {
  const isRefused = PoolName !== undefined && EmailVerificationSubject !== undefined;
  return isRefused ? { error: { name: 'InvalidParameterException' as const, message: 'Not both.' } } : undefined;
}

describe('the smallest request of a finding', () => {
  it('is two members of many where those two do not go together', async () => {
    const { finding } = await smallestOf(refusingBoth, ofManyMembers);
    const names = Object.keys(Object(finding?.request));
    expect(names).to.deep.equal(['UserPoolId', 'EmailVerificationSubject', 'PoolName']);
  });

  it('has no factors set beforehand that have nothing to do with it', async () => {
    const mfa = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } };
    const { finding } = await smallestOf(refusingBoth, { ...ofManyMembers, prior: { mfa } });
    expect(finding?.prior).to.deep.equal({});
  });

  it('is the one that was found where the time for making it smaller is over', async () => {
    const found = broken('pool-name.max', 'PoolName', { PoolName: `Many ${'x '.repeat(70)}` });
    const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases: [found] }] as const;
    const patience = { ...patienceFor(10_000), shrinkingMs: 0 };
    const trial = { policy: heedlessOf('pool-name.max'), phases: ['fuzz'], lanes, patience } as const;
    const { findings, footer } = await runTrial(trial);
    expect(findings.map(({ request }) => request)).to.deep.equal([found.request]);
    expect(footer.requestsBy).to.include({ shrinking: 0, confirming: 0 });
  });

  it('is one character beyond the longest length, and plain', async () => {
    const wrong = { PoolName: `Many ${'x '.repeat(70)}` };
    const { request, requests } = await smallestOf(
      heedlessOf('pool-name.max'),
      broken('pool-name.max', 'PoolName', wrong),
    );
    // A new pool to know what it shows, one for the guess, and one to confirm it.
    expect(requests).to.be.at.most(9);
    expect(request).to.deep.equal({ UserPoolId: '{UserPoolId}', PoolName: 'a'.repeat(129) });
  });

  it('has a number next to its bound', async () => {
    const clause = 'policies.password-policy.minimum-length.max';
    const member = 'Policies.PasswordPolicy.MinimumLength';
    const wrong = { Policies: { PasswordPolicy: { MinimumLength: 4711, RequireNumbers: true } } };
    const { request } = await smallestOf(heedlessOf(clause), broken(clause, member, wrong));
    expect(request).to.deep.equal({ UserPoolId: '{UserPoolId}', Policies: { PasswordPolicy: { MinimumLength: 100 } } });
  });
});

describe('the smallest request of a finding about one clause', () => {
  it('breaks no other clause, though the target would not mind', async () => {
    const clause = 'lambda-config.custom-sms-sender.lambda-version.enum';
    const LambdaArn = 'arn:aws:lambda:us-east-1:123456789012:function:send';
    const KMSKeyID = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const wrong = { LambdaConfig: { CustomSMSSender: { LambdaVersion: 'V9_0', LambdaArn }, KMSKeyID } };
    const member = 'LambdaConfig.CustomSMSSender.LambdaVersion';
    const { request } = await smallestOf(() => accepted, broken(clause, member, wrong));
    expect(JSON.stringify(request)).to.contain('KMSKeyID').and.not.contain('DeletionProtection');
  });

  it('has a wrong word, not an empty one, unless the empty one alone is taken', async () => {
    const clause = 'deletion-protection.enum';
    const testCase = broken(clause, 'DeletionProtection', { DeletionProtection: '' });
    const { request } = await smallestOf(() => accepted, testCase);
    expect(request).to.deep.equal({ UserPoolId: '{UserPoolId}', DeletionProtection: 'a' });
    const takesEmpty: ServerPolicy = ({ DeletionProtection }) => (DeletionProtection === '' ? accepted : undefined);
    const { request: empty } = await smallestOf(takesEmpty, testCase);
    expect(empty).to.deep.equal({ UserPoolId: '{UserPoolId}', DeletionProtection: '' });
  });

  const lengths = [
    { limit: 5_000, how: 'by bisection', most: 44 },
    { limit: 102_400, how: 'at once where many servers have that limit', most: 16 },
  ];
  for (const { limit, how, most } of lengths) {
    it(`is found ${how} where a length matters of which the contract says nothing: ${limit}`, async () => {
      const refuses: ServerPolicy = (request) =>
        JSON.stringify(request).length > limit
          ? { error: { name: 'InvalidParameterException', message: 'Long.' } }
          : undefined;
      const role = 'arn:aws:iam::123456789012:role/sms';
      const testCase: Case = {
        ...broken('sms-configuration.external-id.max', 'SmsConfiguration.ExternalId', {
          SmsConfiguration: { SnsCallerArn: role, ExternalId: 'x'.repeat(131_072) },
        }),
        breaks: [],
      };
      const { finding, requests } = await smallestOf(refuses, testCase);
      const text = JSON.stringify(finding?.request).replace('{UserPoolId}', 'us-east-1_123456789');
      expect(text.length).to.equal(limit + 1);
      expect(requests).to.be.at.most(most);
    });
  }

  it('needs what the target needs besides, which is looked for once for all findings of a cause', async () => {
    const needs: ServerPolicy = ({ AutoVerifiedAttributes, DeletionProtection, MfaConfiguration }) => {
      const isWrong = DeletionProtection === 'PERHAPS' || MfaConfiguration === 'SOMETIMES';
      return isWrong && AutoVerifiedAttributes !== undefined ? accepted : undefined;
    };
    const { request } = await smallestOf(
      needs,
      broken('deletion-protection.enum', 'DeletionProtection', { DeletionProtection: 'PERHAPS' }),
    );
    expect(request).to.include.keys('AutoVerifiedAttributes', 'DeletionProtection');
  });
});

describe('what a finding says', () => {
  it('is of the request that it shows', async () => {
    const ignores: ServerPolicy = ({ PoolName }) => (PoolName === undefined ? undefined : accepted);
    const testCase: Case = {
      ...broken('pool-name.sent', 'PoolName', { PoolName: 'the name of the case' }),
      breaks: [],
    };
    const { finding } = await smallestOf(ignores, testCase);
    const { PoolName } = (finding?.request ?? {}) as { readonly PoolName?: string };
    expect(finding?.expected).to.contain(JSON.stringify(PoolName)).and.not.contain('the name of the case');
    expect(finding?.state).to.have.length(1);
    expect(finding?.state[0]?.expected).to.equal(finding?.expected);
  });
});

describe('the shortest sequence', () => {
  it('has the steps that it takes, though none of its halves shows it', async () => {
    const isTagged = new Set<unknown>();
    const policy: ServerPolicy = ({ UserPoolId, UserPoolTags, DeletionProtection }) => {
      if (isJsonObject(UserPoolTags) && 'Team' in UserPoolTags) isTagged.add(UserPoolId);
      return DeletionProtection === 'PERHAPS' && isTagged.has(UserPoolId) ? accepted : undefined;
    };
    const bodies: readonly JsonObject[] = [
      { MfaConfiguration: 'OFF' },
      { UserPoolTags: { Team: 'Blue' } },
      { PoolName: 'other' },
      { AutoVerifiedAttributes: ['email'] },
      { SmsAuthenticationMessage: 'Code {####}' },
      { DeletionProtection: 'PERHAPS' },
    ];
    const testCase: Case = {
      id: 'sequence/tagged',
      phase: 'sequence',
      clause: 'deletion-protection.enum',
      member: 'DeletionProtection',
      breaks: [],
      request: {},
      steps: bodies.map((body) => ({ operation: 'UpdateUserPool', pool: 1, body })),
    };
    const lanes = [{ name: 'sequence/1', phase: 'sequence', cases: [testCase] }] as const;
    const { findings } = await runTrial({ policy, phases: ['sequence'], lanes });
    expect(findings.map(({ prior, request }) => [prior.steps, request])).to.deep.equal([
      [
        [{ operation: 'UpdateUserPool', pool: 1, body: { UserPoolTags: { Team: 'Blue' } } }],
        { UserPoolId: '{UserPoolId}', DeletionProtection: 'PERHAPS' },
      ],
    ]);
  });
});

describe('an answer that comes and goes', () => {
  // Two of seven, unevenly, so that no number of updates that a trial happens to take keeps step with it.
  const flaky = (): ServerPolicy => {
    let updates = 0;
    return (request) => {
      if (!isJsonObject(request.DeviceConfiguration)) return undefined;
      updates += 1;
      return updates % 7 === 0 || updates % 7 === 3
        ? { error: { name: 'InvalidParameterException', message: 'Perhaps.' } }
        : undefined;
    };
  };

  it('is called unstable, with how often it showed', async () => {
    const { findings } = await runTrial({ policy: flaky(), phases: ['fuzz'], cases: 120 });
    expect(findings.map(({ kind }) => kind)).to.include('unstable');
    const [first] = findings.filter(({ kind }) => kind === 'unstable');
    expect(first?.id).to.match(/\/unstable\/InvalidParameterException$/);
    expect(first?.actual).to.match(/showed this [1-9] of [2-9] times\.$/);
  });

  /** What is said of a word that is taken at some turns alone; the same request is sent at each, and a step can come before it. */
  async function saidOf(turns: readonly number[], testCase: Case) {
    let turn = 0;
    const policy: ServerPolicy = ({ DeletionProtection }) => {
      if (DeletionProtection !== 'PERHAPS') return undefined;
      turn += 1;
      return turns.includes(turn) ? accepted : undefined;
    };
    const lanes = [{ name: `${testCase.phase}/1`, phase: testCase.phase, cases: [testCase] }] as const;
    const { findings } = await runTrial({ policy, phases: [testCase.phase], lanes });
    return findings.map(({ kind, actual }) => [kind, /showed this (.*) times/.exec(actual)?.[1]]);
  }

  const wrongWord = { DeletionProtection: 'PERHAPS' };
  const alone: Case = {
    id: 'fuzz/word',
    phase: 'fuzz',
    clause: 'deletion-protection.enum',
    member: 'DeletionProtection',
    breaks: ['deletion-protection.enum'],
    request: { UserPoolId: '{UserPoolId}', ...wrongWord },
  };
  const asStep: Case = {
    ...alone,
    id: 'sequence/word',
    phase: 'sequence',
    breaks: [],
    request: {},
    steps: [{ operation: 'UpdateUserPool', pool: 1, body: wrongWord }],
  };
  const counts: readonly (readonly [string, Case, readonly number[], string | undefined])[] = [
    ['when it was found and later again', alone, [1, 5], '2 of 7'],
    ['when it was made small, and not after that', alone, [1, 2], '1 of 6'],
    ['when it was made small and once of five times after that', alone, [1, 2, 5], '2 of 6'],
    ['each time', alone, [1, 2, 3, 4, 5, 6, 7, 8, 9], undefined],
    ['when it was found and later again, in a sequence', asStep, [1, 4], '2 of 5'],
    ['when it was made small, and not after that, in a sequence', asStep, [1, 2], '1 of 6'],
  ];
  for (const [name, testCase, turns, said] of counts) {
    it(`is told how often it came: ${name}`, async () => {
      const kind = said === undefined ? 'accepted-invalid' : 'unstable';
      expect(await saidOf(turns, testCase)).to.deep.equal([[kind, said]]);
    });
  }

  it('stays what it was, and is said not to have shown again, where it came only once', async () => {
    let updates = 0;
    const policy: ServerPolicy = () => {
      updates += 1;
      return updates === 30 ? { error: { name: 'InvalidParameterException', message: 'Once.' } } : undefined;
    };
    const { findings } = await runTrial({ policy, phases: ['fuzz'], cases: 60 });
    expect(findings.map(({ kind, reproduced }) => [kind, reproduced])).to.deep.equal([['rejected-valid', false]]);
  });

  it('is no finding where it is throttling', async () => {
    let updates = 0;
    const policy: ServerPolicy = () => {
      updates += 1;
      return updates % 4 === 0 ? { error: { name: 'TooManyRequestsException', message: 'Slower.' } } : undefined;
    };
    const { findings } = await runTrial({ policy, phases: ['fuzz'], cases: 12 });
    expect(findings).to.deep.equal([]);
  });
});

describe('the progress of shrinking', () => {
  it('is one finding after another, of as many as there are before those of one cause are put together', async () => {
    const told: (readonly [number, number])[] = [];
    const { cases } = await runTrial({
      policy: ({ Policies }) =>
        Policies === undefined ? undefined : { error: { name: 'InvalidParameterException', message: 'No policies.' } },
      phases: ['boundary'],
      progress: (event) => void (event.kind === 'shrinking' && told.push([event.done, event.of])),
    });
    const ids = cases.flatMap(({ verdict }) => deviationsOf(verdict).map(findingId));
    const all = new Set(ids).size;
    expect(all).to.be.above(3);
    expect(told).to.deep.equal(Array.from({ length: all }, (_, done) => [done, all]));
  });
});

describe('a target with many defects', () => {
  it('is explored to the end, and each finding costs a bounded number of requests', async () => {
    const policy: ServerPolicy = (request) => (breachesOf(edition, request).length > 0 ? accepted : undefined);
    const trial = { policy, phases: ['fuzz'], cases: 300 } as const;
    const { findings, cases, footer } = await runTrial(trial);
    const { footer: unshrunk } = await runTrial({ ...trial, shrinks: false });
    expect(cases.filter(({ id }) => id.startsWith('fuzz/') && !id.endsWith('other-pool'))).to.have.length(300);
    expect(findings).to.have.length.above(60);
    expect((footer.requests - unshrunk.requests) / findings.length).to.be.below(26 * 6);
  });
});
