import fc from 'fast-check';
import type { JsonObject } from '../../specs/json.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { validRequest } from '../cases/validRequest.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { strangeCharacters } from '../values/strangeTexts.ts';
import type { BrokenRequest } from './requestWithOneBreach.ts';
import { withoutRelatedMembers } from './requestWithOneBreach.ts';

/** Tags with characters that no tag may have, in the key or in the value, or with the key that is kept for AWS. */
export function requestWithBrokenTags(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  const word = fc.tuple(fc.constantFrom('', 'Team', 'a b'), fc.constantFrom(...characters), fc.constantFrom('', 'x'));
  const strange = word.map((parts) => parts.join(''));
  const tags = fc.oneof(
    strange.map(
      (key): BrokenTags => ({ tags: { [key]: 'Blue' }, at: '{key}', clause: 'user-pool-tags.key.characters' }),
    ),
    strange.map(
      (value): BrokenTags => ({ tags: { Team: value }, at: '{value}', clause: 'user-pool-tags.value.characters' }),
    ),
    fc
      .constantFrom('aws:', 'aws:cognito', 'aws:a/b')
      .map((key): BrokenTags => ({ tags: { [key]: 'Blue' }, at: '{key}', clause: 'user-pool-tags.key.reserved' })),
  );
  return fc.tuple(validRequest(scene), tags).map(([valid, { tags: UserPoolTags, at, clause }]) => ({
    request: {
      ...withoutRelatedMembers('UserPoolTags', valid),
      ...withCompanionsForAnyState({ UserPoolId: poolPlaceholder, UserPoolTags }, scene),
    },
    breaks: [clause],
    member: `UserPoolTags${at}`,
    clause,
  }));
}

interface BrokenTags {
  readonly tags: JsonObject;
  readonly at: '{key}' | '{value}';
  readonly clause: string;
}

const characters = [...strangeCharacters, '\t', '\n', '\u0301', '😀', '#', '*', '<', '\\', '%', "'", '"'] as const;
