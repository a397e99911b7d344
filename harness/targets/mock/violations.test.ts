import { expect } from 'chai';
import { newestEdition } from '../../../specs/editions/index.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { inputs } from './inputs.ts';
import { onePool } from './onePool.ts';

const arn = 'arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?';

const one = (clause: string) => `1 validation error detected: ${clause}`;
const must = (value: string, at: string, constraint: string) =>
  one(`Value ${value} at '${at}' failed to satisfy constraint: ${constraint}`);

const texts: readonly (readonly [JsonObject, string])[] = [
  [
    { UserPoolId: ' ap-northeast-1_xxx' },
    must("' ap-northeast-1_xxx'", 'userPoolId', 'Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+'),
  ],
  [
    { Policies: { PasswordPolicy: { MinimumLength: 4 } } },
    must("'4'", 'policies.passwordPolicy.minimumLength', 'Member must have value greater than or equal to 6'),
  ],
  [
    { Policies: { PasswordPolicy: { MinimumLength: 200 } } },
    must("'200'", 'policies.passwordPolicy.minimumLength', 'Member must have value less than or equal to 99'),
  ],
  [
    { LambdaConfig: { CustomMessage: 'functionvdp3dcf8667CustomMessageArn' } },
    must(
      "'functionvdp3dcf8667CustomMessageArn'",
      'lambdaConfig.customMessage',
      `Member must satisfy regular expression pattern: ${arn}`,
    ),
  ],
  [
    { AutoVerifiedAttributes: ['given_name'] },
    must(
      "'[given_name]'",
      'autoVerifiedAttributes',
      'Member must satisfy constraint: [Member must satisfy enum value set: [phone_number, email]]',
    ),
  ],
  [
    { MfaConfiguration: 'false' },
    must("'false'", 'mfaConfiguration', 'Member must satisfy enum value set: [OPTIONAL, OFF, ON]'),
  ],
  [
    { AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'short' } } },
    must(
      "'short'",
      'adminCreateUserConfig.inviteMessage.smsMessage',
      'Member must have length greater than or equal to 6',
    ),
  ],
  [{ UserPoolAddOns: {} }, must('null', 'userPoolAddOns.advancedSecurityMode', 'Member must not be null')],
  [
    { UserPoolTags: { '': 'x' } },
    must(
      "'{=x}'",
      'userPoolTags',
      'Map keys must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]',
    ),
  ],
  [
    { AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 3, Name: 'admin_only' }] } },
    must(
      "'3'",
      'accountRecoverySetting.recoveryMechanisms.1.member.priority',
      'Member must have value less than or equal to 2',
    ),
  ],
];

describe('violations', () => {
  const pool = onePool();

  for (const [request, text] of texts) {
    it(`words ${JSON.stringify(request).slice(0, 80)} as the service does`, () => {
      expect(pool.refusal('UpdateUserPool', request)).to.deep.equal({
        name: 'InvalidParameterException',
        message: text,
      });
    });
  }

  it('counts and joins what is broken, in the order of the model', () => {
    const { message } = pool.refusal('UpdateUserPool', {
      PoolName: '',
      UserPoolTier: 'GOLD',
      DeletionProtection: 'NO',
    });
    expect(message.split('; ')).to.have.length(4);
    expect(message).to.match(/^4 validation errors detected: Value 'NO' at 'deletionProtection' failed/);
  });

  it('tells a missing pool id', () => {
    const answer = pool.service.handle('UpdateUserPool', {});
    expect(answer).to.deep.equal({
      error: {
        name: 'InvalidParameterException',
        message: must('null', 'userPoolId', 'Member must not be null'),
      },
    });
  });

  it('prints structures as Java does', () => {
    const RecoveryMechanisms = [1, 2, 2].map((Priority) => ({ Priority, Name: 'verified_email' }));
    const { message } = pool.refusal('UpdateUserPool', { AccountRecoverySetting: { RecoveryMechanisms } });
    expect(message).to.contain(
      "Value '[RecoveryOptionType(priority=1, name=verified_email), RecoveryOptionType(priority=2, name=verified_email), RecoveryOptionType(priority=2, name=verified_email)]' at 'accountRecoverySetting.recoveryMechanisms' failed to satisfy constraint: Member must have length less than or equal to 2",
    );
  });

  it('counts code points, not UTF-16 units', () => {
    const SmsMessage = `{####}${'\u{1F600}'.repeat(134)}`;
    pool.call('UpdateUserPool', { VerificationMessageTemplate: { SmsMessage } });
    const longer = { VerificationMessageTemplate: { SmsMessage: `${SmsMessage}x` } };
    expect(pool.refusal('UpdateUserPool', longer).message).to.contain(
      'Member must have length less than or equal to 140',
    );
  });

  it('answers a long message, for which a backtracking engine takes half a day', () => {
    const EmailMessageByLink = `${'{##a##}'.repeat(28_000)}\u0000`;
    const { message } = pool.refusal('UpdateUserPool', { VerificationMessageTemplate: { EmailMessageByLink } });
    expect(message).to.contain('Member must satisfy regular expression pattern');
  });

  it('holds every operation to its shape', () => {
    for (const [operation, { required }] of Object.entries(inputs(newestEdition))) {
      expect(required, operation).to.not.be.empty;
      const answer = pool.service.handle(operation, {});
      expect('error' in answer && answer.error.message, operation).to.contain('Member must not be null');
    }
  });
});
