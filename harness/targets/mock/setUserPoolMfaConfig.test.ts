import { expect } from 'chai';
import type { JsonObject } from '../../../specs/json.ts';
import { onePool } from './onePool.ts';

const token = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const multiFactor = { WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' } };
const firstFactors = (...AllowedFirstAuthFactors: readonly string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
});

describe('setUserPoolMfaConfig', () => {
  it('shows no factor of a new pool', () => {
    expect(onePool().call('GetUserPoolMfaConfig')).to.deep.equal({ MfaConfiguration: 'OFF' });
  });

  it('stores the factors and shows them to both readers', () => {
    const pool = onePool();
    const sms = {
      SmsAuthenticationMessage: 'code {####}',
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
    };
    const request = { MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: sms, ...token, ...multiFactor };
    expect(pool.call('SetUserPoolMfaConfig', request)).to.deep.equal(request);
    expect(pool.call('GetUserPoolMfaConfig')).to.deep.equal(request);
    expect(pool.shown()).to.deep.include({ MfaConfiguration: 'OPTIONAL', ...sms });
  });

  it('turns off what is left out, save SmsConfiguration', () => {
    const pool = onePool();
    const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' };
    pool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...token, SmsMfaConfiguration: { SmsConfiguration } });
    expect(pool.call('SetUserPoolMfaConfig')).to.deep.equal({
      MfaConfiguration: 'OFF',
      SmsMfaConfiguration: { SmsConfiguration },
    });
    expect(pool.shown().SmsConfiguration).to.deep.equal(SmsConfiguration);
  });

  it('counts a factor that is there and disabled', () => {
    const request = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } };
    expect(onePool().call('SetUserPoolMfaConfig', request)).to.deep.equal(request);
  });

  it('takes WebAuthn beside MFA that is off', () => {
    expect(onePool().call('SetUserPoolMfaConfig', { MfaConfiguration: 'OFF', ...multiFactor })).to.deep.include(
      multiFactor,
    );
  });

  const refused: readonly (readonly [string, JsonObject, JsonObject, RegExp])[] = [
    ['a factor with MFA off', {}, { MfaConfiguration: 'OFF', ...token }, /can't turn off MFA and configure an MFA/],
    ['a factor without MfaConfiguration', {}, token, /can't turn off MFA and configure an MFA/],
    ['MFA without a factor', {}, { MfaConfiguration: 'OPTIONAL' }, /must be enabled\.$/],
    ['MFA with WebAuthn alone', {}, { MfaConfiguration: 'ON', ...multiFactor }, /must be enabled\.$/],
    [
      'e-mail MFA without an account of one’s own',
      {},
      { MfaConfiguration: 'ON', EmailMfaConfiguration: {} },
      /EmailSendingAccount of COGNITO_DEFAULT/,
    ],
    [
      'required MFA beside one-time passwords',
      firstFactors('PASSWORD', 'EMAIL_OTP'),
      { MfaConfiguration: 'ON', ...token },
      /^Only PASSWORD and WEB_AUTHN/,
    ],
    [
      'required MFA beside single-factor WebAuthn',
      firstFactors('PASSWORD', 'WEB_AUTHN'),
      { MfaConfiguration: 'ON', ...token },
      /^Cannot set WebAuthn factor configuration to SINGLE_FACTOR/,
    ],
  ];
  for (const [what, creation, request, text] of refused) {
    it(`refuses ${what}`, () => {
      const { name, message } = onePool(creation).refusal('SetUserPoolMfaConfig', request);
      expect(name).to.equal('InvalidParameterException');
      expect(message).to.match(text);
    });
  }

  it('takes optional MFA beside one-time passwords, and required MFA beside multi-factor WebAuthn', () => {
    onePool(firstFactors('PASSWORD', 'EMAIL_OTP')).call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'OPTIONAL',
      ...token,
    });
    const request = { MfaConfiguration: 'ON', ...token, ...multiFactor };
    onePool(firstFactors('PASSWORD', 'WEB_AUTHN')).call('SetUserPoolMfaConfig', request);
  });
});
