import { examples, openRule, refusalRule } from '../authoring.ts';
import { all, any, is, matches, present } from '../conditions.ts';
import type { JsonObject } from '../json.ts';
import { apiProse } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'AcrConfiguration';
const values = `${member}{value}.AcrValue`;

// A condition asks whether one of the keys matches, so this has to spell out what "Level1" to "Level4" are not.
const otherThanALevel = '(?s).{0,5}|.{7,}|[^L].{5}|.[^e].{4}|..[^v].{3}|...[^e]..|....[^l].|.....[^1-4]';

/** AcrConfiguration: names for levels of assurance. No source states its limits. */
export const acrConfiguration: Topic = {
  samples: [{ AcrConfiguration: { Level1: { AcrValue: 'urn:example:level:1' } } }],
  state: [
    {
      member,
      when: 'sent',
      // All four levels are always shown, those not sent with their defaults.
      observed: { kind: 'among' },
      documented: { kind: 'among' },
      evidence: [apiProse('rule 48', '2026-10-02', 'Levels that are not named keep their default values.')],
    },
  ],
  clauses: [
    refusalRule({
      id: 'acr-configuration.key.levels',
      member: `${member}{key}`,
      says: 'The keys of AcrConfiguration are Level1 to Level4.',
      breach: matches(member, otherThanALevel, 'request'),
      onBreach: ['InvalidParameterException', 'SerializationException'],
      evidence: [apiProse('rule 48', '2026-10-02', 'Names the four keys.')],
      examples: examples(
        [{ AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, Level4: { AcrValue: 'urn:example:b' } } }],
        ['Level5', 'Level0', 'Level', 'level1', 'one'].map((level) => levelAt(level, 'urn:example:a')),
      ),
    }),
    refusalRule({
      id: 'acr-configuration.value.unique',
      member: values,
      says: 'No two levels of AcrConfiguration have the same AcrValue.',
      breach: { kind: 'repeats', at: `${member}{value}`, reads: 'request', member: 'AcrValue' },
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 48', '2026-10-02', 'A value is unique over all levels.')],
      examples: examples(
        [{ AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, Level2: { AcrValue: 'urn:example:b' } } }],
        ['Level2', 'Level3', 'Level4'].map((level) => ({
          AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, [level]: { AcrValue: 'urn:example:a' } },
        })),
      ),
    }),
    openRule({
      id: 'acr-configuration.value.unusual',
      member: values,
      says: 'No source states which characters and lengths AcrValue takes, nor how LITE or a value like a default is answered.',
      breach: any(
        matches(values, '(?s).*[^A-Za-z0-9:/._~-].*|.{0,2}|.{129,}', 'request'),
        matches(values, 'urn:cognito:loa:.*', 'request'),
        all(present(member, 'request'), is('UserPoolTier', ['LITE'])),
      ),
      onBreach: ['InvalidParameterException', 'FeatureUnavailableInTierException'],
      evidence: [
        apiProse('rule 48', '2026-10-02', 'Values are URLs or URNs, and custom ones belong to the higher plans.'),
      ],
      examples: examples(
        [levelAt('Level1', 'urn:example:a'), levelAt('Level2', 'https://example.com/level/2')],
        [
          levelAt('Level1', 'two words'),
          levelAt('Level1', 'urn:cognito:loa:2'),
          { UserPoolTier: 'LITE', ...levelAt('Level1', 'urn:example:a') },
        ],
      ),
    }),
  ],
};

function levelAt(level: string, value: string): JsonObject {
  return { AcrConfiguration: { [level]: { AcrValue: value } } };
}
