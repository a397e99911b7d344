import { expect } from 'chai';
import { contractOf } from '../../specs/contract.ts';
import { openQuestions } from '../../specs/openQuestions.ts';
import { newMock } from '../dev/recordRun.ts';
import { directTransport } from '../transport/directTransport.ts';
import { runSurvey } from './runSurvey.ts';

const contract = contractOf('2026-11-13', 'observed');

function setting(fetch = newMock()) {
  const transport = directTransport(fetch, 10_000);
  return { contract, transport, region: 'us-east-1', target: 'test', today: '2026-11-22' };
}

describe('the survey', () => {
  it('asks every open question and returns each answer as dated evidence', async () => {
    const entries = await runSurvey(setting());
    expect(entries).to.have.length(openQuestions.flatMap(({ asks }) => asks).length);
    for (const { question, answer, evidence } of entries) {
      expect(answer, question).not.to.equal(null);
      expect(evidence.source).to.equal('poolproof survey of test');
      expect(evidence.date).to.equal('2026-11-22');
      expect(evidence.note, question).to.match(/^(Accepted|Refused: HTTP \d+ \w+).*\.$/s);
    }
  });

  it('reports the members that an accepted request changed', async () => {
    const [entry] = await runSurvey(
      setting(),
      openQuestions.filter(({ id }) => id === 'part-of-password-policy'),
    );
    expect(entry?.changed.Policies?.before).to.have.nested.property('PasswordPolicy.MinimumLength', 12);
    expect(entry?.changed.Policies?.after).to.have.nested.property('PasswordPolicy.MinimumLength', 10);
  });

  it('deletes every pool that it created', async () => {
    const mock = newMock();
    const asked = setting(mock);
    await runSurvey(asked, openQuestions.slice(0, 3));
    const listed = await asked.transport.send('ListUserPools', JSON.stringify({ MaxResults: 10 }));
    expect(listed.kind === 'answered' && listed.body).to.deep.equal({ UserPools: [] });
  });

  it('states why a question could not be asked', async () => {
    const mock = newMock();
    const withoutCreate = async (request: Request) =>
      request.headers.get('x-amz-target')?.endsWith('.CreateUserPool')
        ? new Response('{}', { status: 501 })
        : mock(request);
    const [entry] = await runSurvey(setting(withoutCreate), openQuestions.slice(0, 1));
    expect(entry?.answer).to.equal(null);
    expect(entry?.evidence.note).to.match(/^Not asked: CreateUserPool gave no pool/);
  });
});
