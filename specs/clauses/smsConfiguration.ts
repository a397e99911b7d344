import { examples, inferred, openRule, refusalRule, reported, seenIn } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { all, any, elsewhere, inRegion, is, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { kebabPath, type MemberPath } from '../member.ts';
import { arnNotes, freeTextNotes, regionNotes, roleArn } from '../sharedExamples.ts';
import { apiProse, cdkd, preflight, terraform } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'SmsConfiguration';
const sns = `${member}.SnsCallerArn`;
const eums = `${member}.EumsSms`;
const eumsTexts = ['ExternalId', 'OriginationIdentity', 'ConfigurationSetName', 'InEntityId', 'InTemplateId'];

// Regions that stand in for no other: a pool elsewhere cannot use them.
const ownPoolsOnly = ['eu-north-1', 'eu-west-3', 'sa-east-1', 'eu-south-1', 'af-south-1', 'me-south-1'];

/** The structure is sent, and empty. */
const nothing = is(member, [{}], 'request');

/** SmsConfiguration: the role that sends SMS messages. */
export const smsConfiguration: Topic = {
  samples: [
    sms({ SnsCallerArn: roleArn, ExternalId: 'poolproof', SnsRegion: 'us-east-1' }),
    sms({
      EumsSms: {
        CallerArn: roleArn,
        ExternalId: 'poolproof',
        OriginationIdentity: '+15550100',
        ConfigurationSetName: 'poolproof',
        InEntityId: '1001',
        InTemplateId: '2002',
        Region: 'us-east-1',
      },
    }),
  ],
  model: {
    ...arnNotes(sns, 'iam'),
    'sms-configuration.sns-caller-arn.pattern': [
      {
        examples: examples([roleArn], ['role/poolproof-sms-in-no-account', 'arn:aws:iam::account:role/poolproof']),
        until: '2024-12-11',
      },
      {
        // Since July 2026 the empty text stands for "none".
        examples: examples([roleArn, ''], ['role/poolproof-sms', 'arn:aws:iam::account:role/poolproof', ' ']),
        since: '2026-10-01',
      },
    ],
    ...freeTextNotes(`${member}.ExternalId`, (length) => 'e'.repeat(length)),
    ...regionNotes(`${member}.SnsRegion`),
    ...arnNotes(`${eums}.CallerArn`, 'iam'),
    ...Object.assign({}, ...eumsTexts.map((name) => freeTextNotes(`${eums}.${name}`, (length) => 'e'.repeat(length)))),
    ...regionNotes(`${eums}.Region`),
  },
  state: [
    {
      member: `${member}.ExternalId`,
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [terraform('OBS-114', 'A change was applied and shown.')],
    },
    {
      member,
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [cdkd('OBS-017', 'The role stayed, with a control in the same request.')],
    },
  ],
  clauses: [
    refusalRule({
      id: 'sms-configuration.one-sender',
      member,
      says: 'SmsConfiguration has SnsCallerArn or EumsSms, not both.',
      breach: all(present(sns, 'request'), present(eums, 'request'), not(is(sns, [''], 'request'))),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 25', '2026-07-17', 'One or the other, but not both.')],
      examples: examples(
        [sms({ SnsCallerArn: roleArn }), sms({ EumsSms: { CallerArn: roleArn } })],
        [sms({ SnsCallerArn: roleArn, EumsSms: { CallerArn: roleArn } })],
      ),
    }),
    openRule({
      id: 'sms-configuration.no-sender',
      member,
      says: 'Nobody has seen an SmsConfiguration with settings and neither SnsCallerArn nor EumsSms, or with settings of the other.',
      breach: all(
        present(member, 'request'),
        not(nothing),
        any(not(present(sns, 'request')), is(sns, [''], 'request')),
        any(
          not(present(eums, 'request')),
          present(sns, 'request'),
          present(`${member}.ExternalId`, 'request'),
          present(`${member}.SnsRegion`, 'request'),
        ),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        apiProse('rule 25', '2026-07-17', 'Asks for one of the two.'),
        inferred('SDKs of earlier editions', '2026-07-17', 'They stop such requests before they are sent.'),
      ],
      examples: examples(
        [sms({ SnsCallerArn: roleArn }), sms({ EumsSms: { CallerArn: roleArn } })],
        [sms({ SnsCallerArn: '' }), sms({ EumsSms: { CallerArn: roleArn }, ExternalId: 'poolproof' })],
      ),
      since: '2026-10-01',
    }),
    openRule({
      id: 'sms-configuration.nothing',
      member,
      says: 'Nobody has seen an SmsConfiguration without anything in it.',
      breach: nothing,
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 25', '2026-07-17', 'Asks for one of the two.')],
      stateHolds: true,
      examples: examples([sms({ SnsCallerArn: roleArn })], [sms({})]),
      since: '2026-10-01',
    }),
    ...snsRegionRules(`${member}.SnsRegion`, [
      preflight('rule 28, OBS-074', 'A Region other than the pool’s was refused in us-east-1.'),
      apiProse(
        'rule 28',
        '2022-03-15',
        'The pool’s Region or one of a few that stand in for others; Tokyo for pools in Seoul.',
      ),
      seenIn(
        'ap-northeast-2',
        reported(
          'a public deployment log, id 61890887372 (R20)',
          '2026',
          'Seoul itself was refused for a pool in Seoul.',
          'another operation',
        ),
      ),
    ]),
    refusalRule({
      id: 'sms-configuration.eums-sms.region.pool-region',
      member: `${eums}.Region`,
      says: `${eums}.Region is the pool’s Region.`,
      breach: elsewhere(`${eums}.Region`, 'request'),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 26', '2026-07-17', 'Another Region than the pool’s is an invalid parameter.')],
      examples: examples(
        [sendingFrom('us-east-1'), sms({ EumsSms: { CallerArn: roleArn } })],
        [sendingFrom('eu-north-1'), sendingFrom('us-west-2'), sendingFrom('nowhere-at-all')],
      ),
    }),
  ],
};

function sms(members: JsonObject): JsonObject {
  return { SmsConfiguration: members };
}

/** A Region that is certainly wrong, and Regions on which sources are silent. */
function snsRegionRules(path: MemberPath, evidence: Clause['evidence']): readonly Clause[] {
  const common = { member: path, onBreach: ['InvalidParameterException'], evidence } as const;
  return [
    refusalRule({
      ...common,
      id: `${kebabPath(path)}.pool-region`,
      says: `${path} is the pool’s Region, or one that stands in for it; in ap-northeast-2 it is ap-northeast-1.`,
      breach: any(
        all(elsewhere(path, 'request'), is(path, ownPoolsOnly, 'request')),
        all(inRegion('ap-northeast-2'), present(path, 'request'), not(is(path, ['ap-northeast-1'], 'request'))),
      ),
      examples: examples([publishingIn('us-east-1')], [publishingIn('eu-north-1')]),
    }),
    openRule({
      ...common,
      id: `${kebabPath(path)}.other-region`,
      says: `Which other Regions ${path} may name differs from Region to Region.`,
      breach: all(elsewhere(path, 'request'), not(is(path, ownPoolsOnly, 'request')), not(inRegion('ap-northeast-2'))),
      examples: examples([publishingIn('us-east-1')], [publishingIn('us-west-2'), publishingIn('nowhere-at-all')]),
    }),
  ];
}

function publishingIn(region: string): JsonObject {
  return sms({ SnsCallerArn: roleArn, SnsRegion: region });
}

function sendingFrom(region: string): JsonObject {
  return sms({ EumsSms: { CallerArn: roleArn, Region: region } });
}
