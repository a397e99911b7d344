import { expect } from 'chai';
import { listsWithoutOrder, mirrorOf, mirrors, renames, shownAs, shownFor } from './couplings.ts';
import { newestEdition } from './editions/index.ts';
import { membersOf } from './member.ts';

const date = '2026-11-13';

describe('couplings', () => {
  it('name members that exist', () => {
    const members = membersOf(newestEdition.input).map(({ path }) => path);
    const named = [
      ...mirrors.flatMap((mirror) => mirror.members),
      ...renames.map(({ sent }) => sent),
      ...shownAs.map(({ member }) => member),
      ...listsWithoutOrder,
    ];
    expect(named.filter((path) => !members.includes(path))).to.deep.equal([]);
  });

  it('mirror the older messages in the template, both ways', () => {
    expect(mirrorOf('EmailVerificationMessage')).to.equal('VerificationMessageTemplate.EmailMessage');
    expect(mirrorOf('VerificationMessageTemplate.SmsMessage')).to.equal('SmsVerificationMessage');
    expect(mirrorOf('SmsAuthenticationMessage')).to.equal(undefined);
  });

  it('show 0 days of validity as 7, and as 0 too in editions that do not say so', () => {
    const member = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
    expect(shownFor(member, 0, date)).to.deep.equal([7]);
    expect(shownFor(member, 0, '2023-08-15')).to.deep.equal([7, 0]);
    expect(shownFor(member, 30, date)).to.deep.equal([30]);
  });

  it('let a password history of 0 and an empty text go unseen', () => {
    expect(shownFor('Policies.PasswordPolicy.PasswordHistorySize', 0, date)).to.deep.equal([undefined, 0]);
    expect(shownFor('SmsConfiguration.ExternalId', '', date)).to.deep.equal(['', undefined]);
  });

  it('let lists that stand for sets be shown in any order, as sent first', () => {
    expect(shownFor('AutoVerifiedAttributes', ['phone_number', 'email'], date)).to.deep.equal([
      ['phone_number', 'email'],
      ['email', 'phone_number'],
    ]);
    expect(shownFor('AutoVerifiedAttributes', ['email', 'email'], date)).to.deep.include(['email']);
  });
});
