import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { editionDates } from '../../specs/edition.ts';
import { renderDiff } from './contractDiff.ts';
import { contractSide } from './contractSide.ts';
import { didYouMeanClause, renderClause, renderClauseList } from './renderContract.ts';

const contract = contractOf('2026-11-13', 'observed');

function expectNarrow(text: string | undefined): void {
  expect((text ?? '').split('\n').filter((line) => line.length > 100)).to.deep.equal([]);
}

describe('the list of clauses', () => {
  it('shows every clause with its weight', () => {
    const list = renderClauseList(contract);
    for (const { id } of contract.clauses) expect(list).to.include(`  ${id}`);
    expect(list)
      .to.match(/^must {4}pool-name\.max$/m)
      .and.match(/^open {4}pool-name\.null$/m);
    expectNarrow(list);
  });

  it('takes a member or the beginning of an id as a filter, at whole steps only', () => {
    expect(renderClauseList(contract, 'PoolName')).to.equal(renderClauseList(contract, 'pool-name'));
    expect(renderClauseList(contract, 'Pool')).to.equal(undefined);
    expect(renderClauseList(contract, 'Policies')).to.include('policies.sign-in-policy.allowed-first-auth-factors.min');
  });

  it('has a suggestion for a name that fits nothing', () => {
    expect(didYouMeanClause(contract, 'PolName')).to.equal(' Did you mean "PoolName"?');
    expect(didYouMeanClause(contract, 'nothing at all like it')).to.equal('');
  });
});

describe('a clause', () => {
  it('shows its history, examples, error and evidence', () => {
    const text = renderClause(contract, 'policies.sign-in-policy.allowed-first-auth-factors.max');
    expect(text)
      .to.match(/from 2024-12-11 {2}AllowedFirstAuthFactors has at most 4 items\./)
      .and.match(/from 2026-10-01 {2}AllowedFirstAuthFactors has at most 5 items\./)
      .and.include('InvalidParameterException')
      .and.match(/evidence +model, 2026-10-01/)
      .and.match(/breaks +\["PASSWORD"/);
  });

  it('tells what was measured and what is documented where they differ', () => {
    expect(renderClause(contract, 'policies.omitted'))
      .to.match(/measured +keeps its value/)
      .and.match(/documented +is reset to the value of a new pool/);
    expect(renderClause(contract, 'verification-message-template.one-mail')).to.match(/documented +EmailMessage and/);
  });

  it('is found by its member too, without the members below', () => {
    const text = renderClause(contract, 'VerificationMessageTemplate');
    expect(text).to.include('verification-message-template.type').and.not.include('email-subject.max');
    expect(renderClause(contract, 'Nothing')).to.equal(undefined);
  });

  it('fits 100 columns, whatever its pattern', () => {
    for (const { id } of contract.clauses) expectNarrow(renderClause(contract, id));
  });
});

function difference(from: string, to: string): string {
  return renderDiff(contractSide(from, 'observed'), contractSide(to, 'observed'));
}

describe('the difference between two editions', () => {
  it('names members, errors, limits and rules', () => {
    const diff = difference('2024-12-11', '2026-10-01');
    expect(diff)
      .to.match(/^ {2}\+ KeyConfiguration\.KmsKeyArn$/m)
      .and.match(/^ {2}\+ OperationNotEnabledException$/m)
      .and.match(/^ {2}widened: Policies\.SignInPolicy\.AllowedFirstAuthFactors:/m)
      .and.match(/^ {2}widened, gone: SmsConfiguration\.SnsCallerArn: SnsCallerArn is required/m)
      .and.match(/^ {2}\+ sms-configuration\.one-sender:/m);
  });

  it('reads backwards too', () => {
    expect(difference('2026-10-01', '2024-12-11'))
      .to.match(/^ {2}- KeyConfiguration$/m)
      .and.match(/^ {2}narrowed: Policies\.SignInPolicy\.AllowedFirstAuthFactors:/m);
  });

  it('is none between editions that differ in prose alone', () => {
    expect(difference('2022-05-24', '2022-05-31')).to.match(/Nothing changes\.$/);
  });

  it('fits 100 columns', () => {
    for (const date of editionDates) expectNarrow(difference('2022-05-24', date));
  });
});
