import { documented, examples, openRule, refusalRule, reported } from '../authoring.ts';
import type { Condition } from '../condition.ts';
import { all, any, is, matches, not, present } from '../conditions.ts';
import type { Evidence } from '../evidence.ts';
import type { JsonObject } from '../json.ts';
import { apiProse } from '../sources.ts';
import type { Topic } from '../topic.ts';

const member = 'AcrConfiguration';
const value = 'acr-configuration.value.acr-value';
const levels = ['Level1', 'Level2', 'Level3', 'Level4'] as const;

// A condition asks whether one of the keys matches, so this has to spell out what "Level1" to "Level4" are not.
const otherThanALevel = '(?s).{0,5}|.{7,}|[^L].{5}|.[^e].{4}|..[^v].{3}|...[^e]..|....[^l].|.....[^1-4]';

const page = documented('API reference, AcrLevelConfigType', '2026-11', 'Prints length, pattern and "required".');
/** What one user saw in five Regions four days after the release. */
const readBackAsNull: Evidence = {
  ...reported('a public script’s notes (id 70242096228, R25)', '2026-10-06', 'Accepted, and shown as null afterwards.'),
  region: 'five Regions',
  contradicts: true,
};
const repeatedLevel: Evidence = { ...readBackAsNull, note: 'Level1 equal to Level2 was accepted.' };

/** AcrConfiguration: names for levels of assurance. Its limits stand in the API reference of AcrLevelConfigType. */
export const acrConfiguration: Topic = {
  samples: [{ AcrConfiguration: { Level1: { AcrValue: 'urn:example:level:1' } } }],
  model: {
    [`${value}.required`]: { examples: examples([]), evidence: [page] },
    // The empty value breaks the pattern too.
    [`${value}.min`]: { examples: examples(['a'], ['']), evidence: [page] },
    [`${value}.max`]: { examples: examples(['a'.repeat(64)], ['a'.repeat(65)]), evidence: [page] },
    [`${value}.pattern`]: {
      examples: examples(
        ['urn:example:level:1', 'https://example.com/acr?a=1&b=~', '!#[]^`{|}'],
        ['two words', 'quo"te', 'back\\slash', 'é', 'tab\t', '\u007f', ' urn:example:a'],
      ),
      evidence: [page],
    },
  },
  state: [
    {
      member,
      when: 'sent',
      // All four levels are always shown, those not sent with their defaults.
      observed: { kind: 'among' },
      documented: { kind: 'among' },
      evidence: [
        apiProse('rule 48', '2026-10-02', 'Levels that are not named keep their default values.'),
        readBackAsNull,
      ],
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
      member: `${member}{value}.AcrValue`,
      says: 'No two levels of AcrConfiguration have the same AcrValue, default names of levels that are not sent included.',
      breach: any(
        { kind: 'repeats', at: `${member}{value}`, reads: 'request', member: 'AcrValue' },
        ...levels.flatMap(namesDefaultOfAnother),
      ),
      onBreach: ['InvalidParameterException'],
      evidence: [apiProse('rule 48', '2026-10-02', 'A value is unique over all levels.'), page, repeatedLevel],
      examples: examples(
        [
          { AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, Level2: { AcrValue: 'urn:example:b' } } },
          { AcrConfiguration: { Level1: { AcrValue: defaultName('Level2') }, Level2: { AcrValue: 'urn:example:b' } } },
          levelAt('Level1', defaultName('Level1')),
        ],
        [
          ...['Level2', 'Level3', 'Level4'].map((level) => ({
            AcrConfiguration: { Level1: { AcrValue: 'urn:example:a' }, [level]: { AcrValue: 'urn:example:a' } },
          })),
          levelAt('Level1', defaultName('Level2')),
        ],
      ),
    }),
    openRule({
      id: 'acr-configuration.plan',
      member,
      says: 'No source says how AcrConfiguration is answered on the LITE plan.',
      breach: all(present(member, 'request'), is('UserPoolTier', ['LITE'])),
      onBreach: ['FeatureUnavailableInTierException', 'InvalidParameterException'],
      evidence: [
        apiProse('rule 48', '2026-10-02', 'Custom values belong to the higher plans.'),
        { ...readBackAsNull, note: 'On LITE there was no error about the plan.' },
      ],
      examples: examples(
        [levelAt('Level1', 'urn:example:a'), levelAt('Level2', 'https://example.com/level/2')],
        [{ UserPoolTier: 'LITE', ...levelAt('Level1', 'urn:example:a') }],
      ),
    }),
  ],
};

function levelAt(level: string, value: string): JsonObject {
  return { AcrConfiguration: { [level]: { AcrValue: value } } };
}

function defaultName(level: string): string {
  return `urn:cognito:loa:${level.at(-1)}`;
}

/** The level is sent with the default name of another that keeps it. */
function namesDefaultOfAnother(level: string): readonly Condition[] {
  return levels
    .filter((other) => other !== level)
    .map((other) =>
      all(
        is(`${member}.${level}.AcrValue`, [defaultName(other)], 'request'),
        not(present(`${member}.${other}`, 'request')),
      ),
    );
}
