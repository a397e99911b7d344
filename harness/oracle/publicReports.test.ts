import { expect } from 'chai';
import type { Basis } from '../../specs/clause.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import { valueAt } from './condition.ts';
import { type Expectation, expectationOf } from './expectation.ts';

// What people saw the live service do, as the oracle has to expect it.
const arn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';
const role = 'arn:aws:iam::123456789012:role/sms';

describe('public reports', () => {
  it('R01: From with the default sender is refused', () => {
    const EmailConfiguration = { EmailSendingAccount: 'COGNITO_DEFAULT', From: 'noreply@example.com' };
    expect(brokenBy({ EmailConfiguration })).to.deep.equal(['email-configuration.from.default-sender']);
    expect(brokenBy({ EmailConfiguration: { ...EmailConfiguration, SourceArn: arn } })).to.have.length(1);
  });

  it('R03: UnusedAccountValidityDays shows what TemporaryPasswordValidityDays was set to', () => {
    const request = { Policies: { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 3 } } };
    expect(expected(request, 'AdminCreateUserConfig.UnusedAccountValidityDays')).to.deep.equal([[3], 'should']);
  });

  it('R04, R06: what is left out of a PasswordPolicy that is sent', () => {
    const request = { Policies: { PasswordPolicy: { MinimumLength: 10 } } };
    const prior = {
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireUppercase: true, TemporaryPasswordValidityDays: 30 } },
    };
    expect(expected(request, 'Policies.PasswordPolicy.RequireUppercase', prior)).to.deep.equal([[false], 'should']);
    expect(expected(request, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', prior)).to.deep.equal([
      [7],
      'may',
    ]);
  });

  it('R07: an EmailConfiguration that is left out is the default sender’s, and never gone', () => {
    const developer = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: arn } };
    const fresh = { EmailSendingAccount: 'COGNITO_DEFAULT' };
    expect(expected({ PoolName: 'u' }, 'EmailConfiguration')).to.deep.equal([[fresh], 'must']);
    expect(expected({ PoolName: 'u' }, 'EmailConfiguration', developer)?.[0]).to.deep.equal([
      fresh,
      developer.EmailConfiguration,
    ]);
    expect(expected({ PoolName: 'u' }, 'EmailConfiguration.EmailSendingAccount', developer)).to.deep.equal([
      ['COGNITO_DEFAULT'],
      'may',
    ]);
  });

  it('R09: of two texts that differ the one in the template wins', () => {
    const request = {
      EmailVerificationMessage: 'Foo {####} Bar',
      VerificationMessageTemplate: { EmailMessage: 'Foo {####} Hoge' },
    };
    expect(expected(request, 'EmailVerificationMessage')).to.deep.equal([['Foo {####} Hoge'], 'may']);
    expect(expected(request, 'VerificationMessageTemplate.EmailMessage')).to.deep.equal([['Foo {####} Hoge'], 'may']);
  });

  it('R10, R11: both mails together, and with the default sender, are accepted', () => {
    const template = { EmailMessage: 'foo {####} bar', EmailMessageByLink: '{##foobar##}' };
    const expectation = ask({ VerificationMessageTemplate: template });
    expect(expectation.kind).to.equal('accepted');
    expect(expectation.kind === 'accepted' && expectation.restsOn?.id).to.match(/^verification-message-template\./);
    expect(ask({ VerificationMessageTemplate: template }, {}, 'documented').kind).to.equal('rejected');
  });

  it('R20: a pool in Seoul sends from Tokyo alone', () => {
    const from = (SnsRegion: string) => ({ SmsConfiguration: { SnsCallerArn: role, ExternalId: 'x', SnsRegion } });
    const kind = (SnsRegion: string, region: string) => ask(from(SnsRegion), {}, 'observed', region).kind;
    expect(kind('ap-northeast-2', 'ap-northeast-2')).to.equal('rejected');
    expect(kind('us-east-1', 'ap-northeast-2')).to.equal('rejected');
    expect(kind('ap-northeast-1', 'ap-northeast-2')).to.equal('accepted');
    expect(kind('us-east-1', 'us-east-1')).to.equal('accepted');
    expect(kind('us-west-2', 'us-east-1')).to.equal('open');
  });

  it('R22, R23: recovery and sender beside a second factor are open, and the rest is judged all the same', () => {
    const recovery = (Name: string) => ({ AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name }] } });
    const sms = { SmsConfiguration: { SnsCallerArn: role, ExternalId: 'x' }, MfaConfiguration: 'OPTIONAL' };
    const factors = { EmailMfaConfiguration: { Message: '{####}' }, SoftwareTokenMfaConfiguration: { Enabled: true } };
    for (const expectation of [
      ask(recovery('verified_phone_number'), { ...sms, ...factors }),
      ask(recovery('verified_email'), factors),
      ask({ EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } }, factors),
    ]) {
      expect(expectation.kind).to.equal('open');
      expect(expectation.kind === 'open' && expectation.state).to.have.length.above(0);
    }
  });

  it('R25: AcrConfiguration has the limits of its page', () => {
    const level = (AcrValue: string) => brokenBy({ AcrConfiguration: { Level1: { AcrValue } } });
    expect(level('a'.repeat(64))).to.deep.equal([]);
    expect(level('a'.repeat(65))).to.deep.equal(['acr-configuration.value.acr-value.max']);
    for (const value of ['two words', 'quo"te', 'back\\slash'])
      expect(level(value)).to.deep.equal(['acr-configuration.value.acr-value.pattern']);
    expect(level('urn:cognito:loa:2')).to.deep.equal(['acr-configuration.value.unique']);
  });

  it('R35: numbers and booleans in strings are refused', () => {
    expect(brokenBy({ Policies: { PasswordPolicy: { MinimumLength: '8' } } })).to.deep.equal([
      'policies.password-policy.minimum-length.type',
    ]);
    expect(brokenBy({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: 'true' } })).to.have.length(1);
  });
});

function ask(
  request: JsonObject,
  prior: JsonObject = {},
  basis: Basis = 'observed',
  region = 'us-east-1',
): Expectation {
  const contract = contractOf('2026-11-13', basis);
  const fresh = { members: defaultPool(contract.edition), factors: {}, fixed: {} };
  const { EmailMfaConfiguration, SoftwareTokenMfaConfiguration, ...members } = prior;
  const factors = { EmailMfaConfiguration, SoftwareTokenMfaConfiguration };
  const known = Object.entries(factors).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  const pool = { members: { ...fresh.members, ...members }, factors: Object.fromEntries(known), fixed: {} };
  return expectationOf({
    contract,
    region,
    prior: pool,
    fresh,
    request: { UserPoolId: `${region}_Abcdefghi`, ...request },
  });
}

function brokenBy(request: JsonObject): readonly string[] {
  const expectation = ask(request);
  return expectation.kind === 'rejected' ? expectation.broken.map(({ id }) => id) : [];
}

/** The values that a member may show afterwards, and the level of that. */
function expected(request: JsonObject, member: string, prior: JsonObject = {}) {
  const expectation = ask(request, prior);
  const state = 'state' in expectation ? (expectation.state ?? []) : [];
  const found = state.find((each) => each.member === member);
  expect(valueAt(request, member) === undefined || found !== undefined, member).to.equal(true);
  return found?.demands.kind === 'one-of' ? ([found.demands.values, found.level] as const) : undefined;
}
