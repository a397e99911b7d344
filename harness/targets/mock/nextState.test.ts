import { expect } from 'chai';
import type { Basis, Clause, Effect, StateConstraint } from '../../../specs/clause.ts';
import { newestEdition } from '../../../specs/editions/index.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { defaultPool } from './defaultPool.ts';
import { effects } from './memberRules.ts';
import { nextState } from './nextState.ts';

const fresh = defaultPool(newestEdition);

function next(prior: JsonObject, request: JsonObject, clauses: readonly Clause[] = [], basis: Basis = 'observed') {
  const effectOf = effects(clauses, basis);
  return nextState({ ...fresh, ...prior }, request, { edition: newestEdition, basis, effectOf, fresh });
}

function fate(member: string, when: StateConstraint['when'], observed: Effect, parent?: 'sent' | 'omitted'): Clause {
  return {
    id: `${member}.${when}`,
    member,
    says: '',
    constraint: { kind: 'state', when, observed, documented: { kind: 'open' }, ...(parent ? { parent } : {}) },
    onBreach: [],
    evidence: [],
    examples: { keeps: [], breaks: [] },
  };
}

const prior = { PoolName: 'a', AutoVerifiedAttributes: ['email'], MfaConfiguration: 'ON' };

describe('nextState', () => {
  it('changes neither of its arguments', () => {
    const before = JSON.stringify(fresh);
    next({}, { Policies: { PasswordPolicy: { MinimumLength: 20 } } });
    expect(JSON.stringify(fresh)).to.equal(before);
  });

  it('keeps what is left out where no clause speaks, under the observed basis', () => {
    expect(next(prior, {})).to.include({ PoolName: 'a', MfaConfiguration: 'ON' });
  });

  it('resets all but the name where no clause speaks, under the documented basis', () => {
    expect(next(prior, {}, [], 'documented')).to.deep.equal({ ...fresh, PoolName: 'a' });
  });

  const fates: readonly (readonly [Effect, unknown])[] = [
    [{ kind: 'kept' }, ['email']],
    [{ kind: 'becomes', values: [null] }, undefined],
    [{ kind: 'becomes', values: [['phone_number'], null] }, ['phone_number']],
    [{ kind: 'fresh' }, undefined],
    [{ kind: 'dropped' }, undefined],
    [{ kind: 'open' }, ['email']],
  ];
  for (const [effect, value] of fates) {
    it(`follows a clause by which an omitted member is ${JSON.stringify(effect)}`, () => {
      const clauses = [fate('AutoVerifiedAttributes', 'omitted', effect)];
      expect(next(prior, {}, clauses).AutoVerifiedAttributes).to.deep.equal(value);
    });
  }

  it('follows clauses on empty values and on values that are sent', () => {
    const clauses = [
      fate('UserPoolTags', 'empty', { kind: 'kept' }),
      fate('PoolName', 'sent', { kind: 'becomes', values: ['b'] }),
    ];
    const settings = next({ UserPoolTags: { a: 'b' } }, { UserPoolTags: {}, PoolName: 'c' }, clauses);
    expect(settings).to.deep.include({ UserPoolTags: { a: 'b' }, PoolName: 'b' });
  });

  it('lets a member in a structure fare as the structure: reset whole or kept in parts', () => {
    const state = { LambdaConfig: { PreSignUp: 'a' }, Policies: { PasswordPolicy: { MinimumLength: 20 } } };
    const request = { LambdaConfig: { CustomMessage: 'b' }, Policies: { SignInPolicy: {} } };
    const clauses = [fate('LambdaConfig', 'omitted', { kind: 'becomes', values: [{}] })];
    const settings = next(state, request, clauses);
    expect(settings.LambdaConfig).to.deep.equal({ CustomMessage: 'b' });
    expect(settings.Policies).to.deep.include({ PasswordPolicy: { MinimumLength: 20 } });
  });

  it('distinguishes a member left out of a structure from one that went with it', () => {
    const path = 'AdminCreateUserConfig.AllowAdminCreateUserOnly';
    const clauses = [
      fate(path, 'omitted', { kind: 'fresh' }, 'omitted'),
      fate(path, 'omitted', { kind: 'kept' }, 'sent'),
    ];
    const state = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } };
    expect(next(state, {}, clauses).AdminCreateUserConfig).to.deep.include({ AllowAdminCreateUserOnly: false });
    expect(next(state, { AdminCreateUserConfig: {} }, clauses).AdminCreateUserConfig).to.deep.include({
      AllowAdminCreateUserOnly: true,
    });
  });

  it('does not mix an old SMS role with a new way of sending', () => {
    const state = { SmsConfiguration: { SnsCallerArn: 'a', ExternalId: 'b' } };
    const EumsSms = { CallerArn: 'c' };
    expect(next(state, { SmsConfiguration: { EumsSms } }).SmsConfiguration).to.deep.equal({ EumsSms });
  });

  it('shows the levels that were not named', () => {
    const { AcrConfiguration } = next({}, { AcrConfiguration: { Level2: { AcrValue: 'urn:b' } } });
    expect(AcrConfiguration).to.deep.include({
      Level1: { AcrValue: 'urn:cognito:loa:1' },
      Level2: { AcrValue: 'urn:b' },
    });
  });

  it('shows a history of 0 as none and 0 days as 7', () => {
    const request = { Policies: { PasswordPolicy: { PasswordHistorySize: 0, TemporaryPasswordValidityDays: 0 } } };
    const { Policies } = next({ Policies: { PasswordPolicy: { PasswordHistorySize: 24 } } }, request);
    expect(Policies).to.have.nested.property('PasswordPolicy.TemporaryPasswordValidityDays', 7);
    expect(Policies).to.not.have.nested.property('PasswordPolicy.PasswordHistorySize');
  });

  it('mirrors an old verification message and its place in the template', () => {
    const older = next({}, { SmsVerificationMessage: 'code {####}' });
    expect(older).to.have.nested.property('VerificationMessageTemplate.SmsMessage', 'code {####}');
    const template = next({}, { VerificationMessageTemplate: { EmailSubject: 'Hello' } });
    expect(template).to.include({ EmailVerificationSubject: 'Hello' });
  });
});
