import { examples, inferred, openRule, reported } from '../authoring.ts';
import { all, any, is, matches, not, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { arnNotes, enumNote, keyArn } from '../sharedExamples.ts';
import { apiProse } from '../sources.ts';
import type { Topic } from '../topic.ts';

const type = 'KeyConfiguration.KeyType';
const arn = 'KeyConfiguration.KmsKeyArn';

/** KeyConfiguration: the key that encrypts the pool. */
export const keyConfiguration: Topic = {
  samples: [key({ KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: keyArn })],
  model: {
    ...arnNotes(arn, 'kms'),
    'key-configuration.key-type.enum': enumNote(
      ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY'],
      ['AWS_MANAGED_KEY', 'aws_owned_key', ''],
    ),
  },
  state: [
    {
      member: 'KeyConfiguration',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        reported('go-to-k/cdkd cognito-provider.ts (OBS-020)', '2026-08', 'Listed among the members that stay.'),
      ],
    },
  ],
  clauses: [
    openRule({
      id: 'key-configuration.type-and-key',
      member: 'KeyConfiguration',
      says: 'Nobody has seen a KeyType whose KmsKeyArn is missing, needless or no key.',
      breach: any(
        all(is(type, ['CUSTOMER_MANAGED_KEY'], 'request'), not(present(arn, 'request'))),
        all(present(arn, 'request'), not(is(type, ['CUSTOMER_MANAGED_KEY'], 'request'))),
        all(present(arn, 'request'), not(matches(arn, 'arn:[^:]+:kms:[^:]+:[0-9]+:key/.+', 'request'))),
      ),
      onBreach: ['InvalidParameterException', 'OperationNotEnabledException'],
      evidence: [
        apiProse('rule 49', '2026-06-01', 'Without a key’s ARN the service uses its own.'),
        inferred('the shape of KeyConfiguration', '2026-06-01', 'Neither member requires the other.'),
      ],
      examples: examples(
        [key({ KeyType: 'AWS_OWNED_KEY' }), key({ KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: keyArn })],
        [
          key({ KeyType: 'CUSTOMER_MANAGED_KEY' }),
          key({ KmsKeyArn: keyArn }),
          key({ KeyType: 'AWS_OWNED_KEY', KmsKeyArn: keyArn }),
        ],
      ),
    }),
  ],
};

function key(members: JsonObject): JsonObject {
  return { KeyConfiguration: members };
}
