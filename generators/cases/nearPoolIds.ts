import { type Case, otherCasePlaceholder, poolPlaceholder } from './case.ts';

/** Ids that are almost the one of the case's own pool: whoever looks pools up loosely finds it. */
export function nearPoolIds(): readonly Case[] {
  return [...of('user-pool-id.exists', others), ...of('user-pool-id.pattern', malformed)];
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
  'own-in-path': `userpool/${poolPlaceholder}`,
  'own-with-percent': `${poolPlaceholder}%`,
};

function of(clause: string, ids: Named): readonly Case[] {
  return Object.entries(ids).map(([name, UserPoolId]) => ({
    id: `boundary/UserPoolId/${clause.split('.').at(-1)}/${name}`,
    phase: 'boundary',
    clause,
    member: 'UserPoolId',
    breaks: [clause],
    request: { UserPoolId },
  }));
}
