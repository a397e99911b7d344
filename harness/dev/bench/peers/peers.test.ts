import { expect } from 'chai';
import type { JsonValue } from '../../../../specs/json.ts';
import { missesMark } from '../benchFigure.ts';
import { contract } from '../scene.ts';
import { judgeVerdict } from './comparePeer.ts';
import { peerFigures } from './peerFigures.ts';
import type { PeerRun } from './peerRun.ts';
import { holdsNull, schemaServer } from './schemaServer.ts';
import { memberAtPointer, namesMember, schemathesisFailures } from './schemathesisReport.ts';

const { input } = contract.edition;

describe('the bench beside Schemathesis', () => {
  describe('its report', () => {
    const failure = {
      name: 'negative_data_rejection',
      status: 'failure',
      failure_info: { failure: { message: 'Invalid data should have been rejected' } },
    };
    const data = { description: 'PoolName: Larger than maxLength', location: '/properties/PoolName/maxLength' };
    const recorder = {
      cases: { a: {}, b: { value: { meta: { phase: { name: 'coverage', data } } } } },
      checks: { a: [{ name: 'not_a_server_error', status: 'success' }], b: [failure] },
    };
    const lines = [{ Initialize: { seed: 1 } }, { ScenarioFinished: { recorder } }, { EngineFinished: {} }];
    const report = lines.map((line) => JSON.stringify(line)).join('\n');

    it('is read for the failed checks and where they are', () => {
      expect(schemathesisFailures(`${report}\n`)).to.deep.equal([
        {
          check: 'negative_data_rejection',
          message: 'Invalid data should have been rejected',
          description: 'PoolName: Larger than maxLength',
          member: 'PoolName',
        },
      ]);
    });

    it('may be torn, empty or of cases that tell nothing of themselves', () => {
      expect(schemathesisFailures(report.slice(0, -5))).to.have.length(1);
      expect(schemathesisFailures('')).to.deep.equal([]);
      const bare = { ScenarioFinished: { recorder: { checks: { a: [failure] } } } };
      expect(schemathesisFailures(JSON.stringify(bare)).map(({ member }) => member)).to.deep.equal([undefined]);
    });

    it('has pointers into the schema that lead to members', () => {
      expect(
        [
          '/properties/Policies/properties/PasswordPolicy/properties/MinimumLength/maximum',
          '/properties/AutoVerifiedAttributes/items/enum',
          '/properties/UserPoolTags/additionalProperties/maxLength',
          '/properties/UserPoolTags/propertyNames/minLength',
          '/required',
        ].map(memberAtPointer),
      ).to.deep.equal([
        'Policies.PasswordPolicy.MinimumLength',
        'AutoVerifiedAttributes[]',
        'UserPoolTags{value}',
        'UserPoolTags{key}',
        '',
      ]);
    });

    it('names a member by place or by words', () => {
      const failed = { check: '', message: '', description: '', member: undefined };
      expect(namesMember({ ...failed, member: 'AutoVerifiedAttributes[]' }, 'AutoVerifiedAttributes[]')).to.equal(true);
      const missing = { ...failed, description: 'UserPoolAddOns -> Missing required property: AdvancedSecurityMode' };
      expect(namesMember(missing, 'UserPoolAddOns.AdvancedSecurityMode')).to.equal(true);
      expect(namesMember({ ...failed, message: 'in body - UserPoolTags' }, 'UserPoolTags{value}')).to.equal(true);
      expect(namesMember(missing, 'PoolName')).to.equal(false);
    });
  });

  describe('its count', () => {
    const cost = { requests: 7, wallMs: 9 };
    const verdict = (...says: readonly string[]) => ({ says, names: () => says.length > 0, ...cost });

    it('holds what is said of a mutant against what is said of the faultless server', () => {
      const judged = (mutant: readonly string[], faultless: readonly string[]) =>
        judgeVerdict(verdict(...mutant), { says: faultless }, 'PoolName');
      expect(judged([], [])).to.deep.equal({ toldApart: false, named: false, ...cost });
      expect(judged(['a'], [])).to.deep.equal({ toldApart: true, named: true, ...cost });
      expect(judged(['a'], ['a'])).to.deep.equal({ toldApart: false, named: false, ...cost });
      expect(judged([], ['a'])).to.deep.equal({ toldApart: true, named: false, ...cost });
    });

    it('becomes a table with ratios and marks', () => {
      const run = (toldApart: boolean, requests: number, wallMs: number): PeerRun => ({
        toldApart,
        named: toldApart,
        requests,
        wallMs,
      });
      const figures = peerFigures({
        ours: [run(true, 10, 1000), run(true, 20, 2000)],
        theirs: [run(true, 30, 3000), run(false, 30, 1000)],
        peer: 'Peer 1',
        faultless: { ours: 0, theirs: 2 },
      });
      const measured = (what: string) => figures.find((figure) => figure.what === what)?.value;
      expect(measured('poolproof: mutants told apart')).to.equal(100);
      expect(measured('Peer 1: mutants told apart')).to.equal(50);
      expect(measured('Peer 1: wall time, all mutants')).to.equal(4);
      expect(measured('Peer 1: findings on the faultless server')).to.equal(2);
      expect(measured('requests, poolproof over Peer 1')).to.equal(0.5);
      expect(figures.filter(missesMark).map(({ what }) => what)).to.deep.equal(['wall time, poolproof over Peer 1']);
    });
  });

  describe('its server for tools that know the document alone', () => {
    it('takes null for a wrong value wherever there is a member', () => {
      const nulls: readonly JsonValue[] = [
        null,
        { PoolName: null },
        { Policies: { PasswordPolicy: null } },
        { AutoVerifiedAttributes: ['email', null] },
        { UserPoolTags: { a: null } },
      ];
      expect(nulls.map((value) => holdsNull(input, value))).to.deep.equal(nulls.map(() => true));
      const others: readonly JsonValue[] = [{}, { Unknown: null }, { PoolName: 'null' }, { Policies: 5 }];
      expect(others.map((value) => holdsNull(input, value))).to.deep.equal(others.map(() => false));
    });

    it('has every pool, and leaves other answers as they are', async () => {
      const errors = ['ResourceNotFoundException:', 'InvalidParameterException:'];
      const statuses = errors.map(async (error) => {
        const server = schemaServer(
          () => Promise.resolve(new Response('{}', { status: 400, headers: { 'x-amzn-errortype': error } })),
          input,
        );
        const answer = await server(new Request('http://127.0.0.1/', { method: 'POST', body: '{}' }));
        return answer.status;
      });
      expect(await Promise.all(statuses)).to.deep.equal([200, 400]);
    });
  });
});
