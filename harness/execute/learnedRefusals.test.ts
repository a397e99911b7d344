import { expect } from 'chai';
import type { Phase } from '../../generators/cases/case.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { runTrial, type ServerPolicy, type TrialResult } from '../dev/runTrial.ts';
import type { CaseLine } from '../record/record.ts';

interface Example {
  readonly is: string;
  readonly phases: readonly Phase[];
  readonly finding: string;
  readonly smallest: JsonValue;
  readonly policy: ServerPolicy;
}

/** Policies that the contract knows nothing of, with the one finding that each has to be. */
const examples: readonly Example[] = [
  {
    is: 'takes at most ten tags',
    phases: ['fuzz'],
    finding: 'user-pool-tags.count/rejected-valid/UserPoolTaggingException',
    smallest: Object.fromEntries([...'abcdefghijk'].map((key) => [key, ''])),
    policy: ({ UserPoolTags: tags }) =>
      isJsonObject(tags) && Object.keys(tags).length > 10 ? refused('UserPoolTaggingException') : undefined,
  },
  {
    is: 'takes no names with a plus sign',
    phases: ['fuzz'],
    finding: 'pool-name.pattern/rejected-valid/InvalidParameterException',
    smallest: '+',
    policy: ({ PoolName: name }) =>
      typeof name === 'string' && name.includes('+') ? refused('InvalidParameterException') : undefined,
  },
  {
    is: 'does not have the tier ESSENTIALS',
    phases: ['fuzz', 'sequence'],
    finding: 'user-pool-tier.enum/rejected-valid/FeatureUnavailableInTierException',
    smallest: 'ESSENTIALS',
    policy: ({ UserPoolTier: tier }) =>
      tier === 'ESSENTIALS' ? refused('FeatureUnavailableInTierException') : undefined,
  },
];

function refused(name: 'UserPoolTaggingException' | 'InvalidParameterException' | 'FeatureUnavailableInTierException') {
  return { error: { name, message: 'Not here.' } };
}

function comparable({ id, verdict, request, spoiledBy }: CaseLine): string {
  return JSON.stringify([id, verdict, request, spoiledBy ?? null]).replaceAll(/us-east-1_\w+/g, 'pool');
}

for (const { is, phases, finding, smallest, policy } of examples) {
  describe(`a target that ${is}`, () => {
    let ran: TrialResult;

    before(async () => {
      ran = await runTrial({ policy, phases, cases: 150 });
    });

    it('has that as its one finding, under the right clause and as small as it goes', () => {
      expect(ran.findings.map(({ id }) => id)).to.deep.equal([finding]);
      const [{ request } = { request: {} }] = ran.findings;
      expect(Object.values(request).at(-1)).to.deep.equal(smallest);
    });

    it('spoils no other case: those that cannot do without it are inconclusive, and told why', () => {
      const own = (ran.findings[0]?.id ?? '').split('/')[0];
      const member = ran.findings[0]?.member ?? '';
      const spoiled = ran.cases.filter(({ spoiledBy }) => spoiledBy !== undefined);
      expect(spoiled).to.not.be.empty;
      for (const { verdict, id } of ran.cases.filter((testCase) => testCase.verdict.kind === 'deviates')) {
        const deviations = verdict.kind === 'deviates' ? verdict.deviations : [];
        expect(
          deviations.every((deviation) => deviation.clause === own || deviation.member.startsWith(member)),
          id,
        ).to.equal(true);
      }
      for (const { verdict } of spoiled.filter((testCase) => testCase.verdict.kind === 'inconclusive')) {
        expect('why' in verdict && verdict.why).to.contain('The target refuses');
      }
    });

    it('is learned alike whatever the concurrency', async () => {
      const beside = await runTrial({ policy, phases, cases: 150, concurrency: 4 });
      expect(beside.cases.map(comparable).toSorted()).to.deep.equal(ran.cases.map(comparable).toSorted());
      expect(beside.findings.map(({ id, count, case: shown }) => [id, count, shown])).to.deep.equal(
        ran.findings.map(({ id, count, case: shown }) => [id, count, shown]),
      );
    });
  });
}

describe('a target that refuses a request for the member that it is about', () => {
  it('is asked once about all the others', async () => {
    const request = {
      UserPoolId: '{UserPoolId}',
      PoolName: 'refused',
      MfaConfiguration: 'OFF',
      UserPoolTags: { Team: 'Blue' },
      SmsAuthenticationMessage: 'Code {####}',
      AutoVerifiedAttributes: ['email'],
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
    };
    const about = { clause: 'pool-name.sent', member: 'PoolName', breaks: [], request } as const;
    const { footer } = await runTrial({
      policy: ({ PoolName }) => (PoolName === 'refused' ? refused('InvalidParameterException') : undefined),
      phases: ['fuzz'],
      lanes: [{ name: 'fuzz/1', phase: 'fuzz', cases: [{ id: 'fuzz/refused', phase: 'fuzz', ...about }] }],
      shrinks: false,
    });
    // A new pool, which is read, with nothing in the update, and another for all members but one.
    expect(footer.requestsBy).to.deep.include({ causes: 5 });
  });
});

describe('a target that refuses every update', () => {
  it('is not searched for a member to blame', async () => {
    const policy = () => refused('InvalidParameterException');
    const { cases } = await runTrial({ policy, phases: ['fuzz'], cases: 20 });
    expect(cases.filter(({ spoiledBy }) => spoiledBy !== undefined)).to.deep.equal([]);
  });
});
