import { documented, examples, inferred, reported } from '../authoring.ts';
import type { Clause, WireCheck } from '../clause.ts';
import type { EditionDate } from '../edition.ts';
import type { Evidence } from '../evidence.ts';
import { apiProse, cdkd, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

/** What holds of a request as a whole, whatever it sends. */
export const request: Topic = {
  clauses: [
    requestClause('atomic', 'A refused request changes nothing.', [
      cdkd('OBS-031', 'Nothing that was sent beside an invalid member was applied.'),
    ]),
    requestClause('isolated', 'A request changes no other pool.', [
      documented('API model prose', '2016-04-18', 'The operation updates the pool that is named.'),
    ]),
    requestClause('untouchable', 'What UpdateUserPool has no member for stays as it is.', [
      { basis: 'model', source: 'botocore 4a41a552', date: '2022-05-24', note: 'The request has no such members.' },
      cdkd('OBS-030', 'Everything but the member that was changed stayed the same, byte for byte.'),
      cdkd('OBS-025', 'Passkey settings stayed.'),
    ]),
    requestClause('creation-date', 'CreationDate never changes.', [
      inferred('the meaning of the member', '2016-04-18', 'A pool is created once.'),
    ]),
    requestClause('last-modified-date', 'LastModifiedDate does not go back, and stays where a request is refused.', [
      inferred(
        'the meaning of the member',
        '2016-04-18',
        'An update is later than the one before, and a refusal is none.',
      ),
    ]),
    requestClause('date-form', 'DescribeUserPool shows dates as seconds since 1970.', [
      documented(
        'Smithy specification, AWS JSON protocols',
        '2025',
        'A timestamp that names no format of its own is sent as epoch seconds.',
      ),
      {
        basis: 'model',
        source: 'botocore 4a41a552',
        date: '2022-05-24',
        note: 'Both are timestamps of no format of their own; the JavaScript SDK throws on any other form.',
      },
    ]),
    requestClause('shown-type', 'DescribeUserPool shows every member in the type that the model gives it.', [
      {
        basis: 'model',
        source: 'botocore 4a41a552',
        date: '2022-05-24',
        note: 'So the shape of a pool has it.',
      },
      documented(
        'AWS SDK for Java 2.57.8, run on a server of our own',
        '2026-11-29',
        'It fails on [] in place of an empty map, and sends CreateUserPool four times.',
      ),
      documented(
        'AWS SDKs for Java 2.57.8 and for Go, cognitoidentityprovider 1.61.0, run on a server of our own',
        '2026-11-29',
        'Both fail on 8.0, 8e0 and 8.5 where an integer belongs, EstimatedNumberOfUsers included, and take such numbers for dates.',
      ),
    ]),
    requestClause('pool-id', 'CreateUserPool and DescribeUserPool show the id of the pool as Id.', [
      {
        basis: 'model',
        source: 'botocore 4a41a552',
        date: '2022-05-24',
        note: 'So the shape of what they show names it.',
      },
    ]),
    requestClause(
      'unknown-members-ignored',
      'A member that the contract does not have is neither stored nor taken for another.',
      [
        inferred(
          'the habit of AWS JSON services',
          '2025',
          'Unknown members are passed over; no record of this operation says so.',
        ),
      ],
    ),
    requestClause(
      'deletion-protection',
      'A pool whose DeletionProtection is ACTIVE is not deleted.',
      [apiProse('rule 10', '2022-10-21', 'ACTIVE blocks DeleteUserPool until an update sets INACTIVE.')],
      '2022-10-21',
    ),
    requestClause('mfa-agreement', 'GetUserPoolMfaConfig shows the MfaConfiguration that DescribeUserPool shows.', [
      documented('API model prose of GetUserPoolMfaConfig', '2018-08-24', 'It shows the configuration of the pool.'),
      cdkd('OBS-033 to OBS-036', 'Read by this operation after every update of MfaConfiguration.'),
    ]),
    requestClause('mirrored', 'A text that two members share is shown under both, whichever was sent.', [
      terraform('OBS-112', 'Texts sent in the template were shown as the older members too.'),
      terraform('OBS-113', 'Texts sent in the older members were shown inside the template too.'),
    ]),
    requestClause('list-order', 'A list is shown in the order in which it was sent.', [
      inferred(
        'OBS-030',
        '2026-09-13',
        'What a pool showed was sent back to it, and it looked the same; no list was reordered.',
      ),
      reported(
        'go-to-k/cdk-real-drift noise.ts (R27)',
        '2026-08',
        'AutoVerifiedAttributes came back in the order in which they were sent.',
        'another operation',
      ),
    ]),
    requestClause('stable', 'The same request on the same state gets the same answer.', [
      inferred('the meaning of a contract', '2016-04-18', 'Nothing but request and state decides.'),
    ]),
    requestClause('serial', 'Requests at one moment do what they would do one after the other, in some order.', [
      reported(
        'serverless/serverless#6524 (OBS-078)',
        '2019-08',
        'Of two updates at once one was taken and the other told to wait.',
      ),
      reported(
        'hashicorp/terraform-provider-aws#19794 (OBS-078)',
        '2021-06',
        'Only one request is processed at a time, as the message says.',
        'another operation',
      ),
    ]),
    requestClause('several-faults', 'A request with several faults is refused for at least one of them.', [
      preflight('OBS-097', 'A list that was too long, with an item out of bounds, was refused with both counted.'),
    ]),
    requestClause(
      'outside',
      'A request that names a role, an identity or a pool which is not as it must be earns the error declared for that.',
      [
        {
          basis: 'model',
          source: 'botocore 4a41a552',
          date: '2022-05-24',
          note: 'An error is declared for each of them, with what it is for.',
        },
        terraform('OBS-071', 'A role that the service could not assume was refused by its trust.'),
        terraform('OBS-072', 'A role that might not publish was refused by its policy.'),
      ],
    ),
    requestClause('readable-state', 'After any request DescribeUserPool still shows the pool.', [
      {
        basis: 'model',
        source: 'botocore 4a41a552',
        date: '2022-05-24',
        note: 'The shape of what it shows is declared.',
      },
      cdkd('OBS-030', 'The pool could be read after every update.'),
    ]),
  ],
};

function requestClause(check: WireCheck, says: string, evidence: readonly Evidence[], since?: EditionDate): Clause {
  return {
    id: `request.${check}`,
    member: '',
    says,
    constraint: { kind: 'wire', check },
    onBreach: [],
    evidence,
    examples: examples([]),
    ...(since === undefined ? {} : { since }),
  };
}
