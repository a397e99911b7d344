import fc from 'fast-check';
import type { JsonObject } from '../../specs/json.ts';
import { childrenOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { memberValues } from '../values/memberValues.ts';
import { optionalMembers } from '../values/optionalMembers.ts';
import { poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';

/**
 * Requests that keep every clause, on a pool in any state that earlier ones may have left. From a single member to all of
 * them; shrinking takes members out.
 */
export function validRequest(scene: GenerationScene): fc.Arbitrary<JsonObject> {
  return validRequestsIn(scene);
}

// Drawn by themselves, and around every kind of breach.
const validRequestsIn = memoizeByObject((scene: GenerationScene): fc.Arbitrary<JsonObject> => {
  const fields = Object.fromEntries(
    childrenOf('', scene.edition.input)
      .filter(({ path }) => path !== 'UserPoolId')
      .map(({ path, shape }) => [path, memberValues(scene, path, shape)]),
  );
  const drawn = fc.oneof(
    optionalMembers(fields, [], 8),
    optionalMembers(fields, [], 30),
    optionalMembers(fields, [], 80),
  );
  return drawn.map((members) => ({ UserPoolId: poolPlaceholder, ...withCompanionsForAnyState(members, scene) }));
});
