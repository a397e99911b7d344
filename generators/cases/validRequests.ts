import fc from 'fast-check';
import type { JsonObject } from '../../specs/json.ts';
import { childrenOf } from '../../specs/member.ts';
import { onAnyState } from '../companions/index.ts';
import { memberValues } from '../values/memberValues.ts';
import { sometimes } from '../values/optionalMembers.ts';
import { poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';

/**
 * Requests that keep every clause, on a pool in any state that earlier ones may have left. From a single member to all of
 * them; shrinking takes members out.
 */
export function validRequest(scene: GenerationScene): fc.Arbitrary<JsonObject> {
  const fields = Object.fromEntries(
    childrenOf('', scene.edition.input)
      .filter(({ path }) => path !== 'UserPoolId')
      .map(({ path, shape }) => [path, memberValues(scene, path, shape)]),
  );
  const drawn = fc.oneof(sometimes(fields, [], 8), sometimes(fields, [], 30), sometimes(fields, [], 80));
  return drawn.map((members) => ({ UserPoolId: poolPlaceholder, ...onAnyState(members, scene) }));
}
