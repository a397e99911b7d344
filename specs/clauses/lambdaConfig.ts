import { after, examples, openRule, refusalRule, reported } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { all, any, elsewhere, is, matches, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { kebabPath, type MemberPath } from '../member.ts';
import { arnNotes, enumNote, functionArn, keyArn, otherFunctionArn } from '../sharedExamples.ts';
import { apiProse, cdkd, developerGuide, planEvaluation, preflight, terraform } from '../sources.ts';
import type { StateNote, Topic } from '../topic.ts';

const plainTriggers = [
  'PreSignUp',
  'CustomMessage',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
  'UserMigration',
];
const versionedSince = {
  PreTokenGenerationConfig: '2023-12-18',
  CustomSMSSender: '2020-11-24',
  CustomEmailSender: '2020-11-24',
  InboundFederation: '2026-01-28',
};
const versionedTriggers = Object.keys(versionedSince);
const arnPaths = [
  ...plainTriggers.map((name) => `LambdaConfig.${name}`),
  ...versionedTriggers.map((name) => `LambdaConfig.${name}.LambdaArn`),
];
const aFunction = 'arn:[^:]+:lambda:[^:]+:[0-9]+:function:.+';
const aKey = 'arn:[^:]+:kms:[^:]+:[0-9]+:key/.+';
const abroad = 'arn:aws:lambda:eu-west-1:123456789012:function:poolproof';
const nextDoor = functionArn.replace('us-east-1', 'us-east-2');
const foreignKey = keyArn.replace('us-east-1', 'eu-west-1');
// LambdaConfig is replaced whole, so the request shows everything that a rule has to know of it.
const senders = any(
  present('LambdaConfig.CustomSMSSender', 'request'),
  present('LambdaConfig.CustomEmailSender', 'request'),
);
const emailSender: JsonObject = { CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: functionArn } };
const smsSender: JsonObject = { CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: functionArn } };

// The two ways to name the token trigger show in each other, so what an omission of one leaves is not known.
const entangled = ['PreTokenGeneration', 'PreTokenGenerationConfig'];

/** LambdaConfig: the functions that the pool calls. */
export const lambdaConfig: Topic = {
  samples: [
    config(Object.fromEntries(plainTriggers.map((name) => [name, functionArn]))),
    config({ ...emailSender, ...smsSender, KMSKeyID: keyArn }),
    config({ PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: functionArn } }),
    config({ InboundFederation: { LambdaVersion: 'V1_0', LambdaArn: functionArn } }),
  ],
  model: {
    ...Object.assign({}, ...arnPaths.map((path) => arnNotes(path, 'lambda', arnEvidence(path)))),
    ...arnNotes('LambdaConfig.KMSKeyID', 'kms'),
    'lambda-config.custom-sms-sender.lambda-version.enum': enumNote(['V1_0'], ['V2_0', 'v1_0', '1', '']),
    'lambda-config.custom-email-sender.lambda-version.enum': enumNote(['V1_0'], ['V2_0', 'v1_0', '1', '']),
    'lambda-config.inbound-federation.lambda-version.enum': enumNote(['V1_0'], ['V2_0', 'v1_0', '1', '']),
    'lambda-config.pre-token-generation-config.lambda-version.enum': [
      { ...enumNote(['V1_0', 'V2_0'], ['V3_0', 'V0_0', 'v2_0', '']), until: '2024-12-11' },
      {
        ...enumNote(
          ['V1_0', 'V2_0', 'V3_0'],
          ['V4_0', 'V0_0', 'v3_0', ''],
          [
            reported(
              'public scripts, ids 70315531892, 57677168343 and 61859264177 (R17)',
              '2026',
              'V3_0 set by an update.',
            ),
          ],
        ),
        since: '2026-10-01',
      },
    ],
    ...Object.fromEntries(Object.entries(versionedSince).flatMap(requiredNotes)),
  },
  state: [
    {
      member: 'LambdaConfig',
      when: 'omitted',
      observed: { kind: 'becomes', values: [{}] },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-002', 'Every trigger was gone, with a control in the same request.'),
        planEvaluation('R13', 'A trigger was gone after an update of the plan alone.'),
        terraform('OBS-002', 'An update without triggers left none.'),
        reported(
          'serverless/serverless threads (OBS-116)',
          '2021',
          'A deployment that did not know the trigger removed it.',
        ),
      ],
    },
    {
      member: 'LambdaConfig',
      when: 'empty',
      observed: { kind: 'becomes', values: [{}] },
      documented: { kind: 'becomes', values: [{}] },
      evidence: [developerGuide('rule 19', 'An empty LambdaConfig takes every trigger away.')],
    },
    ...[...plainTriggers, ...versionedTriggers, 'KMSKeyID'].map(childOmitted),
    {
      member: 'LambdaConfig.PreAuthentication',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [cdkd('OBS-029', 'A function that does not exist was accepted and stored.')],
    },
  ],
  clauses: [
    refusalRule({
      id: 'lambda-config.pre-token-generation.same-function',
      member: 'LambdaConfig.PreTokenGeneration',
      says: 'PreTokenGeneration and PreTokenGenerationConfig.LambdaArn are equal where both are there.',
      breach: {
        kind: 'differs',
        at: 'LambdaConfig.PreTokenGeneration',
        reads: 'request',
        from: 'LambdaConfig.PreTokenGenerationConfig.LambdaArn',
      },
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 14, OBS-061', 'Two different functions were refused.'),
        reported('a public log, id 62296661225 (R18)', '2026', 'UpdateUserPool refused two different functions.'),
        apiProse('rule 14', '2023-12-18', 'Both have to name the same function.'),
      ],
      examples: examples(
        [
          config({
            PreTokenGeneration: functionArn,
            PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: functionArn },
          }),
        ],
        [
          config({
            PreTokenGeneration: functionArn,
            PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: otherFunctionArn },
          }),
          // The same name in another account is another function.
          config({
            PreTokenGeneration: functionArn,
            PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: inOtherAccount(functionArn) },
          }),
        ],
      ),
    }),
    refusalRule({
      id: 'lambda-config.pre-token-generation-config.plan',
      member: 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
      says: 'PreTokenGenerationConfig with V2_0 or later needs a higher plan than LITE.',
      breach: all(
        is('UserPoolTier', ['LITE']),
        is('LambdaConfig.PreTokenGenerationConfig.LambdaVersion', ['V2_0', 'V3_0']),
      ),
      onBreach: ['FeatureUnavailableInTierException', 'TierChangeNotAllowedException', 'InvalidParameterException'],
      evidence: [
        preflight('rule 15, OBS-060', 'A new LITE pool with V2_0 was refused.'),
        planEvaluation('R15', 'On LITE an update to V1_0 was taken and one to V2_0 refused.'),
      ],
      examples: {
        keeps: [
          { value: { UserPoolTier: 'LITE', ...tokenTrigger('V1_0') } },
          { value: { UserPoolTier: 'ESSENTIALS', ...tokenTrigger('V2_0') } },
        ],
        breaks: [
          { value: { UserPoolTier: 'LITE', ...tokenTrigger('V2_0') } },
          { value: { UserPoolTier: 'LITE', ...tokenTrigger('V3_0') } },
          after({ UserPoolTier: 'LITE' }, tokenTrigger('V2_0')),
        ],
      },
    }),
    refusalRule({
      id: 'lambda-config.kms-key-id.for-custom-senders',
      member: 'LambdaConfig.KMSKeyID',
      says: 'CustomSMSSender and CustomEmailSender need KMSKeyID.',
      breach: all(senders, not(present('LambdaConfig.KMSKeyID', 'request'))),
      onBreach: ['InvalidParameterException'],
      evidence: [
        preflight('rule 16, OBS-062', 'A custom sender without a key was refused.'),
        developerGuide('rule 16', 'The senders encrypt with the key.'),
      ],
      examples: {
        keeps: [{ value: config({ ...emailSender, KMSKeyID: keyArn }) }],
        breaks: [
          { value: config(emailSender) },
          { value: config(smsSender) },
          // The key that the pool had goes with the old LambdaConfig.
          after(config({ ...emailSender, KMSKeyID: keyArn }), config(smsSender)),
        ],
      },
    }),
    refusalRule({
      id: 'lambda-config.kms-key-id.region',
      member: 'LambdaConfig.KMSKeyID',
      says: 'KMSKeyID names a key in the pool’s Region where a custom sender uses it.',
      breach: all(
        senders,
        elsewhere('LambdaConfig.KMSKeyID', 'request'),
        matches('LambdaConfig.KMSKeyID', aKey, 'request'),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [
        reported(
          'badmintoncryer/cdk-preflight rule file (rule 16, OBS-064)',
          '2026-09-08',
          'A key of another Region was refused.',
          'CreateUserPool',
        ),
      ],
      examples: examples(
        [config({ ...emailSender, KMSKeyID: keyArn })],
        [config({ ...emailSender, KMSKeyID: foreignKey })],
      ),
    }),
    openRule({
      id: 'lambda-config.kms-key-id.unusual-key',
      member: 'LambdaConfig.KMSKeyID',
      says: 'Nobody has seen a KMSKeyID that is no key of a named Region, or one of another Region that no sender uses.',
      breach: all(
        present('LambdaConfig.KMSKeyID', 'request'),
        any(
          not(matches('LambdaConfig.KMSKeyID', aKey, 'request')),
          all(elsewhere('LambdaConfig.KMSKeyID', 'request'), not(senders)),
        ),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [reported('awsdocs thread (rule 16)', '2021', 'Asks for a key ARN where the guide shows a bare id.')],
      examples: examples(
        [config({ KMSKeyID: keyArn })],
        [
          config({ KMSKeyID: foreignKey }),
          config({ KMSKeyID: 'arn:aws:kms:us-east-1:123456789012:alias/poolproof' }),
          config({ KMSKeyID: 'arn:aws:kms::1:key/a' }),
        ],
      ),
    }),
    ...arnPaths.map(sameRegion),
    ...arnPaths.map(unusualFunction),
  ],
};

function config(members: JsonObject): JsonObject {
  return { LambdaConfig: members };
}

function inOtherAccount(arn: string): string {
  return arn.replace('123456789012', '210987654321');
}

function tokenTrigger(version: string): JsonObject {
  return config({ PreTokenGenerationConfig: { LambdaVersion: version, LambdaArn: functionArn } });
}

function arnEvidence(path: MemberPath) {
  return path === 'LambdaConfig.CustomMessage'
    ? [
        reported(
          'aws-amplify/amplify-js thread (OBS-098)',
          '2019',
          'A name that is no ARN was refused.',
          'CreateUserPool',
        ),
      ]
    : [];
}

function requiredNotes([name, since]: readonly [string, string]) {
  const evidence = [apiProse('rule 17', since, 'Both the version and the function belong to the trigger.')];
  return ['lambda-version', 'lambda-arn'].map(
    (part) => [`${kebabPath(`LambdaConfig.${name}`)}.${part}.required`, { examples: examples([]), evidence }] as const,
  );
}

function childOmitted(name: string): StateNote {
  const effect = entangled.includes(name)
    ? ({ kind: 'open' } as const)
    : ({ kind: 'becomes', values: [null] } as const);
  return {
    member: `LambdaConfig.${name}`,
    when: 'omitted',
    parent: 'sent',
    observed: effect,
    documented: effect,
    examples: {
      keeps: [
        after(
          settingOf(name),
          config({ [name === 'PostConfirmation' ? 'PreSignUp' : 'PostConfirmation']: functionArn }),
        ),
      ],
      breaks: [],
    },
    evidence: [
      reported('aws/aws-cli thread (OBS-003)', '2022', 'A new trigger took the place of another.'),
      terraform('OBS-003', 'A sender left out was gone while the key beside it stayed.'),
      developerGuide('rule 19', 'What is left out of LambdaConfig is removed.'),
    ],
  };
}

function sameRegion(path: MemberPath): Clause {
  return refusalRule({
    id: `${kebabPath(path)}.region`,
    member: path,
    says: `${path} names a function in the pool’s Region; the account may be another.`,
    breach: all(elsewhere(path, 'request'), matches(path, aFunction, 'request')),
    onBreach: ['InvalidParameterException'],
    evidence: [
      preflight('rule 18, OBS-063', 'A function of another Region was refused, one of another account accepted.'),
    ],
    examples: examples(
      [triggerAt(path, functionArn), triggerAt(path, inOtherAccount(functionArn))],
      [triggerAt(path, abroad), triggerAt(path, nextDoor)],
    ),
  });
}

function unusualFunction(path: MemberPath): Clause {
  return openRule({
    id: `${kebabPath(path)}.unusual-function`,
    member: path,
    says: `Nobody has seen what becomes of an ARN in ${path} that names no function of a Region.`,
    breach: all(present(path, 'request'), not(matches(path, aFunction, 'request'))),
    onBreach: ['InvalidParameterException'],
    evidence: [
      {
        basis: 'inference',
        source: 'the ARN pattern',
        date: '2016-07-29',
        note: 'It lets ARNs of every service and without a Region pass.',
      },
    ],
    examples: examples(
      [triggerAt(path, `${functionArn}:prod`)],
      [triggerAt(path, 'arn:aws:lambda::1:ab'), triggerAt(path, 'arn:aws:sns:us-east-1:123456789012:topic')],
    ),
  });
}

/** A request with one trigger and what that trigger cannot do without. */
function triggerAt(path: MemberPath, arn: string): JsonObject {
  const [, name = '', below] = path.split('.');
  if (below === undefined) return config({ [name]: arn });
  const key = name.startsWith('Custom') ? { KMSKeyID: keyArn } : {};
  return config({ [name]: { LambdaVersion: 'V1_0', LambdaArn: arn }, ...key });
}

/** A request that sets one member of LambdaConfig, and what that member cannot do without. */
function settingOf(name: string): JsonObject {
  if (name === 'KMSKeyID') return config({ KMSKeyID: keyArn });
  return triggerAt(
    versionedTriggers.includes(name) ? `LambdaConfig.${name}.LambdaArn` : `LambdaConfig.${name}`,
    functionArn,
  );
}
