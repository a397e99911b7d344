import { expect } from 'chai';
import type { Case } from '../../generators/cases/case.ts';
import { poolPlaceholder } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import type { JsonObject } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';
import { runPlan } from './runPlan.ts';

const contract = contractOf('2026-11-13', 'observed');
const region = 'us-east-1';

/** A case whose label is what a generator says of it. */
function labelled(clause: string, breaks: readonly string[], request: JsonObject, about: Partial<Case> = {}): Case {
  const member = contract.byId.get(clause)?.member ?? '';
  const id = `examples/planted/${clause}`;
  const body = { UserPoolId: poolPlaceholder, ...request };
  return { id, phase: 'examples', clause, member, breaks, request: body, ...about };
}

const long = { PoolName: 'a'.repeat(129) };
const wire = { phase: 'wire' } as const;

/** What each of these says of its request is not so. */
const lies: Readonly<Record<string, Case>> = {
  'that a name too long is valid': labelled('pool-name.max', [], long),
  'that a valid name is too long': labelled('pool-name.max', ['pool-name.max'], { PoolName: 'a' }),
  'that a name too long breaks the pattern': labelled('pool-name.pattern', ['pool-name.pattern'], long),
  'that a request with two breaches has one': labelled('pool-name.max', ['pool-name.max'], {
    ...long,
    MfaConfiguration: 'MAYBE',
  }),
  'that a request with one breach has two': labelled(
    'pool-name.max',
    ['pool-name.max', 'mfa-configuration.enum'],
    long,
  ),
  'that a request which breaks a rule by itself is valid': labelled('account-recovery-setting.sent', [], {
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 1, Name: 'verified_phone_number' },
      ],
    },
  }),
  'that a request which keeps a rule breaks it': labelled(
    'email-configuration.source-arn.for-developer',
    ['email-configuration.source-arn.for-developer'],
    { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
  ),
  'that a pool which is there is unknown': labelled('user-pool-id.exists', ['user-pool-id.exists'], { PoolName: 'a' }),
  'that JSON is none': labelled('wire.no-json', ['wire.no-json'], {}, { ...wire, raw: { body: '{}' } }),
};

const truths: readonly Case[] = [
  labelled('pool-name.max', ['pool-name.max'], long),
  labelled('pool-name.max', [], { PoolName: 'a'.repeat(128) }),
];

/** Runs one case on the mock; counts the updates that it receives. */
async function sent(planted: Case) {
  const usual = fetchFrom(mockHandlers(poolService({ ...contract, region })));
  let updates = 0;
  const counting = (request: Request) => {
    if (request.headers.get('x-amz-target')?.endsWith(`.${testedOperation}`) === true) updates += 1;
    return usual(request);
  };
  const { phase } = planted;
  const result = await runPlan({
    contract,
    region,
    seed: 1,
    phases: [phase],
    lanes: [{ name: `${phase}/planted`, phase, cases: [planted] }],
    transport: directTransport(counting, 5_000),
    target: { id: 'mock', kind: 'mock', endpoint: null },
    concurrency: 1,
    failFast: false,
    shrinks: false,
    record: { write: () => {} },
    interrupted: () => null,
    progress: () => {},
  });
  return { result, updates };
}

describe('a generator that lies', () => {
  let beside = 0;

  // What a run sends whatever its cases are.
  before(async () => {
    const skipped = labelled('pool-name.max', ['pool-name.max'], { PoolName: 'a' });
    beside = (await sent(skipped)).updates;
  });

  for (const [what, lie] of Object.entries(lies)) {
    it(`is stopped before anything is sent: it says ${what}`, async () => {
      const { result, updates } = await sent(lie);
      const [why = ''] = result.errored.map(({ verdict }) => (verdict.kind === 'errored' ? verdict.why : ''));
      expect(why).to.match(/^Our own defect: /);
      expect(result.findings).to.deep.equal([]);
      expect(updates).to.equal(beside);
    });
  }

  it('is told from one that does not', async () => {
    for (const truth of truths) {
      const { result, updates } = await sent(truth);
      expect(result.errored).to.deep.equal([]);
      expect(result.findings).to.deep.equal([]);
      expect(updates).to.equal(beside + 1);
    }
  });
});
