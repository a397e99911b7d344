import type { ClauseId } from '../../specs/clause.ts';
import { poolArn, poolResource } from '../../specs/operation.ts';
import { type Case, otherCasePlaceholder, poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';

/** Ids that differ slightly from that of the case's own pool: a server that looks pools up loosely finds it. */
export function poolIdCases(scene: GenerationScene): readonly Case[] {
  return [
    ...casesWithIds(['user-pool-id.exists'], others),
    ...casesWithIds(['user-pool-id.pattern'], malformed),
    ...casesWithIds(['user-pool-id.pattern', 'user-pool-id.max'], { 'own-as-arn': poolArn(scene, poolPlaceholder) }),
  ];
}

type Named = Readonly<Record<string, string>>;

const others: Named = {
  'own-and-more': `${poolPlaceholder}A`,
  'own-and-before': `x${poolPlaceholder}`,
  'own-in-other-case': otherCasePlaceholder,
};

const malformed: Named = {
  'own-after-space': ` ${poolPlaceholder}`,
  'own-before-space': `${poolPlaceholder} `,
  'own-before-line-break': `${poolPlaceholder}\n`,
  'own-before-null-character': `${poolPlaceholder}\u0000`,
  'own-in-path': `${poolResource}/${poolPlaceholder}`,
  'own-in-this-folder': `./${poolPlaceholder}`,
  'own-through-folders': `a/../${poolPlaceholder}`,
  'own-as-folder': `${poolPlaceholder}/`,
  'own-and-dot': `${poolPlaceholder}/.`,
  'own-with-percent': `${poolPlaceholder}%`,
  'own-before-question-mark': `${poolPlaceholder}?a`,
  'own-before-number-sign': `${poolPlaceholder}#a`,
  'own-behind-backslash': `a\\${poolPlaceholder}`,
  'own-behind-colon': `a:${poolPlaceholder}`,
};

function casesWithIds(breaks: readonly [ClauseId, ...ClauseId[]], ids: Named): readonly Case[] {
  const [clause] = breaks;
  return Object.entries(ids).map(([name, UserPoolId]) => ({
    id: `boundary/UserPoolId/${clause.split('.').at(-1)}/${name}`,
    phase: 'boundary',
    clause,
    member: 'UserPoolId',
    breaks,
    request: { UserPoolId },
  }));
}
