import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import { expectationOf } from './expectation.ts';
import type { PoolState } from './poolState.ts';

const contract = contractOf('2026-11-13', 'observed');
const fresh: PoolState = { members: defaultPool(contract.edition), factors: {}, fixed: { Id: 'us-east-1_A' } };
const poolOnLite: PoolState = { ...fresh, members: { ...fresh.members, UserPoolTier: 'LITE' } };

function errorsOf(request: JsonObject, prior: PoolState | null = fresh): readonly string[] {
  const whole = { UserPoolId: 'us-east-1_A', ...request };
  const expectation = expectationOf({ contract, region: 'us-east-1', request: whole, prior, fresh });
  return expectation.kind === 'rejected' ? expectation.errors : [expectation.kind];
}

describe('the errors of a request that is to be refused', () => {
  it('are those of the clauses that it breaks', () => {
    expect(errorsOf({}, null)).to.deep.equal(['ResourceNotFoundException']);
    expect(errorsOf({ PoolName: '' })).to.deep.equal(['InvalidParameterException']);
  });

  it('are those of all of them, whichever is asked first', () => {
    const either = ['InvalidParameterException', 'UserPoolTaggingException'];
    expect(errorsOf({ PoolName: '', UserPoolTags: { 'aws:a': 'b' } })).to.have.members(either);
  });

  it('are also those by which a null or an unknown member may be refused, since nobody knows what is asked first', () => {
    const either = ['ResourceNotFoundException', 'SerializationException', 'InvalidParameterException'];
    expect(errorsOf({ Strange: 1 }, null)).to.have.members(either);
    expect(errorsOf({ UserPoolTags: null }, null)).to.have.members(either);
    const invalid = ['InvalidParameterException', 'SerializationException'];
    expect(errorsOf({ PoolName: '', Strange: 1 })).to.have.members(invalid);
  });

  it('are also those of open rules that apply', () => {
    const history = { Policies: { PasswordPolicy: { MinimumLength: 5, PasswordHistorySize: 3 } } };
    expect(errorsOf(history, poolOnLite)).to.have.members([
      'InvalidParameterException',
      'FeatureUnavailableInTierException',
    ]);
    expect(errorsOf(history)).to.deep.equal(['InvalidParameterException']);
  });
});

describe('the errors that are possible for what the sources are silent on alone', () => {
  const inDoubt = (request: JsonObject) => {
    const whole = { UserPoolId: 'us-east-1_A', ...request };
    const expectation = expectationOf({ contract, region: 'us-east-1', request: whole, prior: fresh, fresh });
    return expectation.kind === 'rejected' ? expectation.inDoubt : [expectation.kind];
  };

  it('are told apart from those that a broken clause earns', () => {
    const source = { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn: 'x' } };
    expect(inDoubt(source)).to.deep.equal(['NotAuthorizedException']);
    expect(inDoubt({ PoolName: '', Strange: 1 })).to.deep.equal(['SerializationException']);
    expect(inDoubt({ PoolName: '' })).to.equal(undefined);
  });
});

describe('a rule on what an omitted member becomes', () => {
  const settings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
  const members = { ...fresh.members, AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings: settings };

  it('is certain where the member is gone, on targets that show its default as well', () => {
    const prior: PoolState = { ...fresh, members };
    const refused = ['InvalidParameterException'];
    expect(errorsOf({ MfaConfiguration: 'OFF' }, prior)).to.deep.equal(refused);
    expect(errorsOf({ AutoVerifiedAttributes: ['email'] }, prior)).to.deep.equal(['accepted']);
  });
});

describe('what a member becomes that the measurements say is gone', () => {
  it('may be what new pools of the target show for it', () => {
    const off = { AdvancedSecurityMode: 'OFF' };
    const shown: PoolState = { ...fresh, members: { ...fresh.members, UserPoolAddOns: off } };
    const prior: PoolState = {
      ...fresh,
      members: { ...fresh.members, UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
    };
    const request = { UserPoolId: 'us-east-1_A', MfaConfiguration: 'OFF' };
    const demandsOn = (aNewOne: PoolState) => {
      const expectation = expectationOf({ contract, region: 'us-east-1', request, prior, fresh: aNewOne });
      const states = expectation.kind === 'accepted' ? expectation.state : [];
      return states.find(({ clause }) => clause === 'user-pool-add-ons.omitted')?.demands;
    };
    expect(demandsOn(fresh)).to.deep.equal({ kind: 'one-of', values: [undefined] });
    expect(demandsOn(shown)).to.deep.equal({ kind: 'one-of', values: [undefined, off] });
  });
});

describe('an open request', () => {
  const asked = (request: JsonObject, prior: PoolState = fresh, aNewOne: PoolState = fresh) => {
    const whole = { UserPoolId: 'us-east-1_A', ...request };
    return expectationOf({ contract, region: 'us-east-1', request: whole, prior, fresh: aNewOne });
  };

  it('is one that breaks a clause on which sources differ', () => {
    expect(asked({ SmsVerificationMessage: 'a\n{####}' }).kind).to.equal('open');
    expect(asked({ SmsVerificationMessage: 'a' }).kind).to.equal('rejected');
  });

  it('tells its unknown members, and a state only where nothing else keeps it open', () => {
    const unknown = [{ path: 'Strange', value: 1 }];
    expect(asked({ Strange: 1 }))
      .to.deep.include({ unknown })
      .and.to.have.property('state');
    const further = asked({ Strange: 1, UserPoolTags: null });
    expect(further).to.deep.include({ unknown }).and.not.to.have.property('state');
  });

  it('tells no state of what is empty without its unknown members alone', () => {
    const clausesOf = (config: JsonObject) => {
      const expectation = asked({ LambdaConfig: config, UserPoolTags: { a: 'b' }, Strange: 1 });
      const states = expectation.kind === 'open' ? (expectation.state ?? []) : [];
      return states.map(({ clause }) => clause);
    };
    expect(clausesOf({})).to.include('lambda-config.empty').and.include('user-pool-tags.sent');
    expect(clausesOf({ 'a.b': 1 }))
      .to.include('user-pool-tags.sent')
      .and.not.include('lambda-config.empty');
  });

  it('is judged by its state where a rule that may refuse it alone keeps it open, for an accepting answer settles that', () => {
    const settings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
    const prior = {
      ...fresh,
      members: { ...fresh.members, AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings: settings },
    };
    const request = { UserPoolId: 'us-east-1_A', AutoVerifiedAttributes: [], UserAttributeUpdateSettings: {} };
    const documented = contractOf('2024-12-11', 'documented');
    const expectation = expectationOf({ contract: documented, region: 'us-east-1', request, prior, fresh });
    expect(expectation.kind).to.equal('open');
    const states = expectation.kind === 'open' ? (expectation.state ?? []) : [];
    expect(states.map(({ clause }) => clause)).to.include('user-attribute-update-settings.empty');
  });

  it('demands no loss of what was not there', () => {
    const aNewOne = { ...fresh, members: { ...fresh.members, SmsAuthenticationMessage: 'Ours {####}' } };
    const expectation = asked({ MfaConfiguration: 'OFF' }, fresh, aNewOne);
    const states = expectation.kind === 'accepted' ? expectation.state : [];
    expect(states.map(({ clause }) => clause)).not.to.include('sms-authentication-message.omitted');
  });
});

describe('what a structure that is left out returns to', () => {
  it('may be shown by its parts where a new pool shows nothing of it', () => {
    const { EmailConfiguration: _none, ...members } = fresh.members;
    const bare: PoolState = { ...fresh, members };
    const prior = { ...bare, members: { ...members, EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } } };
    const request = { UserPoolId: 'us-east-1_A', MfaConfiguration: 'OFF' };
    const valuesOn = (aNewOne: PoolState) => {
      const documented = contractOf('2024-12-11', 'documented');
      const scene = { contract: documented, region: 'us-east-1', request, prior, fresh: aNewOne };
      const expectation = expectationOf(scene);
      const states = expectation.kind === 'accepted' ? expectation.state : [];
      const demands = states.find(({ clause }) => clause === 'email-configuration.omitted')?.demands;
      return demands?.kind === 'one-of' ? demands.values : demands;
    };
    const own = { EmailSendingAccount: 'COGNITO_DEFAULT' };
    expect(valuesOn(fresh)).to.deep.equal([own]);
    expect(valuesOn(bare)).to.deep.equal([undefined, own]);
  });
});

describe('a structure that is lost when it is sent empty', () => {
  const documented = contractOf('2022-10-21', 'documented');
  const clausesAfter = (config: JsonObject) => {
    const prior = { ...fresh, members: { ...fresh.members, AdminCreateUserConfig: config } };
    const request = { UserPoolId: 'us-east-1_A', AdminCreateUserConfig: {} };
    const expectation = expectationOf({ contract: documented, region: 'us-east-1', request, prior, fresh });
    return expectation.kind === 'accepted' ? expectation.state.map(({ clause }) => clause) : [];
  };

  it('need not look otherwise where only what may outlast it differs from a new pool', () => {
    const settings = { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 };
    expect(clausesAfter(settings)).to.include('admin-create-user-config.empty');
    const asNew = { ...settings, AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 357 };
    expect(clausesAfter(asNew)).not.to.include('admin-create-user-config.empty');
  });
});

describe('a text that two members share', () => {
  const shared = 'The code is {####}';
  const statesOf = (template: JsonObject) => {
    const request = {
      UserPoolId: 'us-east-1_A',
      SmsVerificationMessage: shared,
      VerificationMessageTemplate: template,
    };
    const expectation = expectationOf({ contract, region: 'us-east-1', request, prior: fresh, fresh });
    return (expectation.kind === 'accepted' ? expectation.state : []).filter(
      ({ clause }) => clause === 'request.mirrored',
    );
  };

  it('is shown under both where one alone is sent', () => {
    const demands = { kind: 'one-of', values: [shared] };
    const [state, ...others] = statesOf({ DefaultEmailOption: 'CONFIRM_WITH_CODE' });
    expect(state).to.deep.include({ member: 'VerificationMessageTemplate.SmsMessage', demands });
    expect(others).to.deep.equal([]);
  });

  it('is not demanded in a structure that is sent empty, which may clear what is in it', () => {
    expect(statesOf({})).to.deep.equal([]);
  });
});
