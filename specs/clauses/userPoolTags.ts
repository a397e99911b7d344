import { documented, examples, refusalRule, reported } from '../authoring.ts';
import type { Clause } from '../clause.ts';
import { above, matches } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { apiProse, cdkd, developerGuide } from '../sources.ts';
import type { Topic } from '../topic.ts';

const outside = '(?s).*[^\\p{L}\\p{Z}\\p{N}_.:/=+@-].*';
const errors: Clause['onBreach'] = ['UserPoolTaggingException', 'InvalidParameterException'];
const tagging = documented('API model prose of TagResource (rule 46)', '2019-03-21', 'At most 50 tags for each pool.');

/** UserPoolTags. The model limits the lengths alone; the rest is the tagging documentation's, and nobody saw it refused. */
export const userPoolTags: Topic = {
  samples: [{ UserPoolTags: { Team: 'poolproof', Area: 'West' } }],
  model: {
    'user-pool-tags.key.min': { examples: examples(['k'], ['']) },
    'user-pool-tags.key.max': { examples: examples(['k'.repeat(128)], ['k'.repeat(129)]) },
    'user-pool-tags.value.max': { examples: examples(['', 'v'.repeat(256)], ['v'.repeat(257)]) },
  },
  state: [
    {
      member: 'UserPoolTags',
      when: 'sent',
      observed: { kind: 'stored' },
      documented: { kind: 'stored' },
      evidence: [
        apiProse('tags', '2016-12-15', 'The tags to give to the pool.'),
        reported('hashicorp/terraform-provider-aws review (section e)', '2020', 'The tags sent replace the set.'),
      ],
    },
    {
      member: 'UserPoolTags',
      when: 'omitted',
      observed: { kind: 'kept' },
      documented: { kind: 'fresh' },
      evidence: [
        cdkd('OBS-014', 'The tags stayed, with a control in the same request.'),
        reported('aws/aws-cli thread (OBS-126)', '2018', 'Says on the contrary that tags were removed.'),
      ],
    },
  ],
  clauses: [
    refusalRule({
      id: 'user-pool-tags.count',
      member: 'UserPoolTags',
      says: 'UserPoolTags has at most 50 tags.',
      breach: above('UserPoolTags', 50, 'request'),
      onBreach: errors,
      evidence: [tagging],
      examples: examples([numberedTags(50)], [numberedTags(51)]),
    }),
    refusalRule({
      id: 'user-pool-tags.key.reserved',
      member: 'UserPoolTags{key}',
      says: 'No key of UserPoolTags begins with "aws:".',
      breach: matches('UserPoolTags', '(?s)aws:.*', 'request'),
      onBreach: errors,
      evidence: [developerGuide('rule 46', 'The prefix is reserved.')],
      examples: examples([{ UserPoolTags: { 'awsome:key': 'v' } }], [{ UserPoolTags: { 'aws:key': 'v' } }]),
    }),
    refusalRule({
      id: 'user-pool-tags.key.characters',
      member: 'UserPoolTags{key}',
      says: 'Keys of UserPoolTags consist of letters, digits, spaces and _ . : / = + - @',
      breach: matches('UserPoolTags', outside, 'request'),
      onBreach: errors,
      evidence: [developerGuide('rule 46', 'Lists the characters.')],
      examples: examples(
        [{ UserPoolTags: { 'a Z_9.:/=+-@': 'v' } }, { UserPoolTags: { Team: 'Blue', team: 'Red' } }],
        [
          { UserPoolTags: { 'key!': 'v' } },
          { UserPoolTags: { 'a\tb': 'v' } },
          { UserPoolTags: { 'a,b': 'v' } },
          { UserPoolTags: { '😀': 'v' } },
        ],
      ),
    }),
    refusalRule({
      id: 'user-pool-tags.value.characters',
      member: 'UserPoolTags{value}',
      says: 'Values of UserPoolTags consist of letters, digits, spaces and _ . : / = + - @',
      breach: matches('UserPoolTags{value}', outside, 'request'),
      onBreach: errors,
      evidence: [developerGuide('rule 46', 'Lists the characters.')],
      examples: examples(
        [
          { UserPoolTags: { key: 'a Z_9.:/=+-@' } },
          // Words that are something else to whoever reads them without their quotes.
          { UserPoolTags: { word: 'null', truth: 'true', number: '007', power: '1e3', absent: 'undefined' } },
        ],
        [{ UserPoolTags: { key: 'value#1' } }, { UserPoolTags: { key: '😀' } }],
      ),
    }),
  ],
};

function numberedTags(count: number): JsonObject {
  return { UserPoolTags: Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'value'])) };
}
