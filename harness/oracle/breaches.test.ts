import { expect } from 'chai';
import { newestEdition } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { breachesOf, readRequest } from './breaches.ts';

const id = { UserPoolId: 'us-east-1_abc' };
const broken = (request: JsonObject) => breachesOf(newestEdition, { ...id, ...request }).map(({ clause }) => clause);
const unsettled = (request: JsonObject) => readRequest(newestEdition, { ...id, ...request }).unsettled;
const policy = (passwordPolicy: JsonObject) => ({ Policies: { PasswordPolicy: passwordPolicy } });

describe('breachesOf', () => {
  it('finds nothing in a request that keeps the model', () => {
    expect(broken({ ...policy({ MinimumLength: 6 }), UserPoolTags: { a: '' }, PoolName: 'a pool' })).to.deep.equal([]);
  });

  it('finds integers beyond either bound', () => {
    expect(broken(policy({ MinimumLength: 5 }))).to.deep.equal(['policies.password-policy.minimum-length.min']);
    expect(broken(policy({ MinimumLength: 100 }))).to.deep.equal(['policies.password-policy.minimum-length.max']);
  });

  it('finds the type broken as well where an integer does not fit into 32 bits', () => {
    const member = 'policies.password-policy.minimum-length';
    expect(broken(policy({ MinimumLength: 2 ** 31 - 1 }))).to.deep.equal([`${member}.max`]);
    expect(broken(policy({ MinimumLength: 2 ** 31 }))).to.deep.equal([`${member}.max`, `${member}.type`]);
    expect(broken(policy({ MinimumLength: -(2 ** 31) }))).to.deep.equal([`${member}.min`]);
    expect(broken(policy({ MinimumLength: -(2 ** 31) - 1 }))).to.deep.equal([`${member}.min`, `${member}.type`]);
  });

  it('counts the length of strings in code points', () => {
    const subject = (EmailSubject: string) => ({ VerificationMessageTemplate: { EmailSubject } });
    expect(broken(subject('😀'.repeat(140)))).to.deep.equal([]);
    expect(broken(subject('😀'.repeat(141)))).to.deep.equal(['verification-message-template.email-subject.max']);
  });

  it('matches patterns on the whole string, with ASCII classes, in linear time at 20,000 characters', () => {
    expect(broken({ UserPoolId: ' us-east-1_abc' })).to.deep.equal(['user-pool-id.pattern']);
    expect(broken({ UserPoolId: 'ũ_0' })).to.deep.equal(['user-pool-id.pattern']);
    expect(broken({ PoolName: 'a\u00a0b' })).to.deep.equal(['pool-name.pattern']);
    const cubic = (times: number) => `${'{####}'.repeat(times)}\u0000`;
    const member = 'verification-message-template.email-message-by-link';
    expect(broken({ VerificationMessageTemplate: { EmailMessageByLink: cubic(3333) } })).to.deep.equal([
      `${member}.pattern`,
    ]);
    // A backtracking engine takes most of a minute for that, and half a day for this.
    expect(broken({ VerificationMessageTemplate: { EmailMessageByLink: cubic(33_330) } })).to.have.members([
      `${member}.max`,
      `${member}.pattern`,
    ]);
  });

  it('finds unknown enum values, missing required members, and limits of list items and map entries', () => {
    expect(broken({ MfaConfiguration: 'MAYBE' })).to.deep.equal(['mfa-configuration.enum']);
    expect(broken({ AutoVerifiedAttributes: ['email', 'name'] })).to.deep.equal(['auto-verified-attributes.item.enum']);
    expect(broken({ UserPoolAddOns: {} })).to.deep.equal(['user-pool-add-ons.advanced-security-mode.required']);
    expect(broken({ UserPoolTags: { '': 'v' } })).to.deep.equal(['user-pool-tags.key.min']);
    expect(broken({ UserPoolTags: { k: 'v'.repeat(257) } })).to.deep.equal(['user-pool-tags.value.max']);
  });

  it('finds wrong JSON types', () => {
    expect(broken({ PoolName: 5 })).to.deep.equal(['pool-name.type']);
    expect(broken({ Policies: [] })).to.deep.equal(['policies.type']);
    expect(broken({ UserPoolTags: 'a=b' })).to.deep.equal(['user-pool-tags.type']);
    expect(broken(policy({ MinimumLength: 'eight' }))).to.deep.equal(['policies.password-policy.minimum-length.type']);
  });

  it('names a clause once, however often it is broken', () => {
    expect(broken({ AutoVerifiedAttributes: ['a', 'b'] })).to.have.length(1);
  });
});

describe('readRequest', () => {
  it('leaves open what no source describes', () => {
    expect(unsettled({ PoolName: null })).to.deep.equal(['PoolName is null']);
    expect(unsettled({ Strange: 1 })).to.deep.equal(['Strange is not a member']);
    expect(unsettled(policy({ MinimumLength: 8.5 }))).to.have.length(1);
  });

  it('is not misled by names that every object inherits', () => {
    expect(unsettled(JSON.parse('{"__proto__": 1, "constructor": 2}'))).to.have.length(2);
  });
});
