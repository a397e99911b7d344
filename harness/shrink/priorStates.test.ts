import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { runTrial, type ServerPolicy } from '../dev/runTrial.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { dottedAt, withDottedAt } from '../targets/mutants/atMember.ts';
import { storingWrongly, type Update } from '../targets/mutants/storingWrongly.ts';

const contract = contractOf('2026-11-13', 'observed');

function update(name: string, request: JsonObject, clause = 'wire.success-status', member = ''): Case {
  return {
    id: `fuzz/${name}`,
    phase: 'fuzz',
    clause,
    member,
    breaks: [],
    request: { UserPoolId: '{UserPoolId}', ...request },
  };
}

/** What is found where one update follows another on a pool of a server that stores something else. */
async function foundAfter(stored: (update: Update) => JsonObject, ...cases: readonly Case[]) {
  const { steps } = storingWrongly(stored);
  const service = poolService({ ...contract, region: 'us-east-1', ...(steps === undefined ? {} : { alter: steps }) });
  const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases }] as const;
  const { findings } = await runTrial({ service, phases: ['fuzz'], lanes });
  return findings.map(({ id, request, prior, reproduced }) => ({ id, request, prior, reproduced }));
}

function found(id: string, request: JsonObject, state: JsonObject) {
  return { id, request: { UserPoolId: '{UserPoolId}', ...request }, prior: { update: state }, reproduced: true };
}

const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const bothFactors = { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } };
const whole = {
  UserPoolTags: { Team: 'Blue' },
  Policies: { PasswordPolicy: { MinimumLength: 20 }, ...bothFactors },
};

describe('the prior state of a smallest request', () => {
  const has = (state: JsonObject, factor: string) => JSON.stringify(dottedAt(state, factors) ?? []).includes(factor);

  const shorter = update('shorter', { Policies: { PasswordPolicy: { MinimumLength: 9 } } });
  const PasswordPolicy = { MinimumLength: 6 };

  /** Loses the factors where an update of the structure leaves them out, on some prior states. */
  const losing =
    (isLost: (prior: JsonObject) => boolean) =>
    ({ body, prior, after }: Update) => {
      const isLeftOut = body.Policies !== undefined && dottedAt(body, factors) === undefined;
      return isLeftOut && has(prior, 'EMAIL_OTP') && isLost(prior) ? withDottedAt(after, factors, undefined) : after;
    };

  it('is the lost member alone, in the structures around it, of what an earlier case left', async () => {
    expect(
      await foundAfter(
        losing(() => true),
        update('whole', whole),
        shorter,
      ),
    ).to.deep.equal([
      found(
        'policies.sign-in-policy.omitted/wrong-state/absent',
        { Policies: { PasswordPolicy } },
        { Policies: bothFactors },
      ),
    ]);
  });

  it('is the member alone, where it stays as it was', async () => {
    const keeps = ({ body, prior, after }: Update) =>
      dottedAt(body, factors) !== undefined && has(prior, 'EMAIL_OTP') && !has(body, 'EMAIL_OTP')
        ? withDottedAt(after, factors, dottedAt(prior, factors))
        : after;
    const fewer = update('fewer', { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } });
    const id = 'policies.sign-in-policy.allowed-first-auth-factors.sent/wrong-state/unchanged';
    expect(await foundAfter(keeps, update('whole', whole), fewer)).to.deep.equal([
      found(id, { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } }, { Policies: bothFactors }),
    ]);
  });

  it('has what else of the member the target needs', async () => {
    const isLong = (prior: JsonObject) => dottedAt(prior, 'Policies.PasswordPolicy.MinimumLength') === 20;
    expect(await foundAfter(losing(isLong), update('whole', whole), shorter)).to.deep.equal([
      found(
        'policies.sign-in-policy.omitted/wrong-state/absent',
        { Policies: { PasswordPolicy } },
        { Policies: { PasswordPolicy: { MinimumLength: 20 }, ...bothFactors } },
      ),
    ]);
  });

  it('has the factors without which the request would break another rule, though the target does not mind', async () => {
    const clause = 'policies.sign-in-policy.allowed-first-auth-factors.one-time-passwords-with-mfa';
    const mfa = { SoftwareTokenMfaConfiguration: { Enabled: true }, MfaConfiguration: 'OPTIONAL' };
    const request = { MfaConfiguration: 'ON', Policies: bothFactors };
    const one = {
      ...update('factors', request, clause, factors),
      breaks: [clause],
      prior: { fresh: true, mfa },
    } as const;
    const lanes = [{ name: 'fuzz/1', phase: 'fuzz', cases: [one] }] as const;
    const policy: ServerPolicy = ({ MfaConfiguration }) => (MfaConfiguration === 'ON' ? { ok: {} } : undefined);
    const { findings } = await runTrial({ policy, phases: ['fuzz'], lanes });
    expect(findings.map((found) => [found.clause, found.prior])).to.deep.equal([[clause, { mfa }]]);
  });

  it('has other members where the target needs them', async () => {
    const loses = ({ body, prior, after }: Update) =>
      body.UserPoolTags === undefined &&
      prior.DeletionProtection === 'ACTIVE' &&
      dottedAt(prior, 'UserPoolTags.Team') !== undefined
        ? withDottedAt(after, 'UserPoolTags', undefined)
        : after;
    const cases = [
      update('whole', { ...whole, DeletionProtection: 'ACTIVE' }),
      update('other', { AutoVerifiedAttributes: ['email'] }),
    ];
    const prior = { DeletionProtection: 'ACTIVE', UserPoolTags: { Team: 'Blue' } };
    expect(await foundAfter(loses, ...cases)).to.deep.equal([
      found('user-pool-tags.omitted/wrong-state/absent', {}, prior),
    ]);
  });
});
