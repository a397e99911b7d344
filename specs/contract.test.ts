import { expect } from 'chai';
import { contractOf } from './contract.ts';
import { editionDates } from './edition.ts';
import { membersOf } from './member.ts';

const contracts = editionDates.flatMap((date) => [contractOf(date, 'observed'), contractOf(date, 'documented')]);

// Both basis-bound rules and fates on which documentation and measurement part.
const differences = [
  'account-recovery-setting.empty',
  'account-recovery-setting.omitted',
  'acr-configuration.empty',
  'acr-configuration.omitted',
  'admin-create-user-config.empty',
  'admin-create-user-config.invite-message-template.developer-only',
  'admin-create-user-config.invite-message-template.email-message.code',
  'admin-create-user-config.invite-message-template.sms-message.code',
  'admin-create-user-config.invite-message-template.user-name',
  'admin-create-user-config.omitted',
  'admin-create-user-config.unused-account-validity-days.follows-temporary-password',
  'auto-verified-attributes.omitted',
  'auto-verified-attributes.sms-configuration-in-request',
  'deletion-protection.omitted',
  'device-configuration.omitted',
  'email-configuration.empty',
  'email-configuration.omitted',
  'email-verification-message.sent',
  'email-verification-subject.sent',
  'issuer-configuration.empty',
  'issuer-configuration.omitted',
  'key-configuration.empty',
  'key-configuration.omitted',
  'lambda-config.omitted',
  'mfa-configuration.omitted',
  'policies.empty',
  'policies.omitted',
  'policies.password-policy.omitted',
  'policies.sign-in-policy.allowed-first-auth-factors.omitted',
  'policies.sign-in-policy.omitted',
  'pool-name.omitted',
  'sms-authentication-message.omitted',
  'sms-configuration.empty',
  'sms-configuration.omitted',
  'sms-verification-message.omitted',
  'sms-verification-message.sent',
  'user-attribute-update-settings.empty',
  'user-attribute-update-settings.omitted',
  'user-pool-add-ons.omitted',
  'user-pool-tags.empty',
  'user-pool-tags.omitted',
  'verification-message-template.default-email-option.omitted',
  'verification-message-template.developer-only',
  'verification-message-template.empty',
  'verification-message-template.omitted',
  'verification-message-template.one-mail',
  'verification-message-template.with-default-sender',
];

describe('the contract', () => {
  it('is the same object each time', () => {
    expect(contractOf('2024-12-11', 'observed')).to.equal(contractOf('2024-12-11', 'observed'));
    expect(contractOf('2024-12-11', 'observed')).not.to.equal(contractOf('2024-12-11', 'documented'));
  });

  it('gives each clause an id of its own', () => {
    for (const { clauses, byId } of contracts) expect(byId.size).to.equal(clauses.length);
  });

  it('survives being written as JSON and read back', () => {
    for (const { clauses } of contracts) expect(JSON.parse(JSON.stringify(clauses))).to.deep.equal(clauses);
  });

  it('gives every clause a sentence, evidence with source and date, and an ending', () => {
    for (const { id, says, evidence } of contracts.flatMap(({ clauses }) => clauses)) {
      expect(says, id).to.match(/^[A-Z].{10,}/);
      expect(evidence, id).not.to.be.empty;
      for (const { source, date, note } of evidence) {
        expect(source, id).not.to.equal('');
        expect(date, id).to.match(/^\d{4}(-\d\d){0,2}$/);
        expect(note, id).to.match(/\.$/);
      }
    }
  });

  it('has a clause on every member of its edition, and on no other', () => {
    for (const { edition, clauses } of contracts) {
      const members = new Set(membersOf(edition.input).map(({ path }) => path));
      const spokenOf = new Set(clauses.map(({ member }) => member).filter((path) => path !== ''));
      expect([...spokenOf].filter((path) => !members.has(path))).to.deep.equal([]);
      expect([...members].filter((path) => !spokenOf.has(path))).to.deep.equal([]);
    }
  });

  it('says of every member but the id what becomes of it when it is sent or left out', () => {
    for (const { edition, byId } of contracts) {
      const tops = Object.keys(edition.input.members).filter((name) => name !== 'UserPoolId');
      for (const member of membersOf(edition.input).filter(({ path }) => tops.includes(path)))
        expect([...byId.values()].some((one) => one.member === member.path && one.id.endsWith('.omitted'))).to.equal(
          true,
        );
    }
  });

  it('names an error for every breach of a limit or rule', () => {
    for (const { id, constraint, onBreach } of contracts.flatMap(({ clauses }) => clauses)) {
      const accepts = constraint.kind === 'rule' && constraint.outcome === 'accepted';
      if (constraint.kind !== 'state' && constraint.kind !== 'wire' && !accepts) expect(onBreach, id).not.to.be.empty;
    }
  });

  it('leaves out rules on members that an edition lacks', () => {
    const plan = 'user-pool-add-ons.advanced-security-mode.plan';
    expect(contractOf('2023-08-15', 'observed').byId.has(plan)).to.equal(false);
    expect(contractOf('2024-12-11', 'observed').byId.has(plan)).to.equal(true);
  });

  it('dates a limit by the edition that brought it', () => {
    const dateOf = (id: string) => contractOf('2026-11-13', 'observed').byId.get(id)?.evidence[0]?.date;
    expect(dateOf('pool-name.max')).to.equal('2024-12-11');
    expect(dateOf('policies.sign-in-policy.allowed-first-auth-factors.max')).to.equal('2026-10-01');
    expect(dateOf('policies.password-policy.minimum-length.max')).to.equal('2022-05-24');
  });

  it('differs between the two beliefs in these clauses of the newest edition and in no other', () => {
    const observed = contractOf('2026-11-13', 'observed');
    const documented = contractOf('2026-11-13', 'documented');
    const ids = [...new Set([...observed.byId.keys(), ...documented.byId.keys()])];
    const differing = ids.filter((id) => {
      const [one, other] = [observed.byId.get(id), documented.byId.get(id)];
      if (one?.constraint.kind !== 'state')
        return JSON.stringify(one?.constraint) !== JSON.stringify(other?.constraint);
      return JSON.stringify(one.constraint.observed) !== JSON.stringify(one.constraint.documented);
    });
    expect(differing.toSorted()).to.deep.equal(differences);
  });
});
