import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, membersOf, topLevelOf } from '../../specs/member.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { severalBreachesClause } from '../cases/severalBreachesClause.ts';
import { validRequest } from '../cases/validRequest.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { mergeObjects } from '../values/mergeObjects.ts';
import { plainValue, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { breachesOfValue } from './breachesOfValue.ts';
import { type BreachGenerator, breachGenerators } from './breachGenerators.ts';
import { type BrokenRequest, withoutRelatedMembers } from './requestWithOneBreach.ts';

/** Few enough to be understood, enough to see whether one breach hides another. */
const counts = { minLength: 2, maxLength: 4 } as const;

/** Requests that break two to four clauses of the model, each in a top-level member of its own. */
export function requestWithSeveralBreaches(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  const ways = membersOf(scene.edition.input).flatMap((member) =>
    breachGenerators(scene, member).map((way) => ({ member, way })),
  );
  const chosen = fc.uniqueArray(fc.constantFrom(...ways), {
    ...counts,
    selector: ({ member }) => topLevelOf(member.path),
  });
  return fc.tuple(validRequest(scene), chosen).chain(([valid, broken]) =>
    fc.tuple(...broken.map(({ way }) => way.values)).map((values) =>
      breakAll(
        scene,
        valid,
        broken.map((breach, index) => ({ ...breach, value: values[index] })),
      ),
    ),
  );
}

interface MemberBreach {
  readonly member: Member;
  readonly way: BreachGenerator;
  readonly value: JsonValue | undefined;
}

function breakAll(scene: GenerationScene, valid: JsonObject, breaches: readonly MemberBreach[]): BrokenRequest {
  const hosts = breaches.map(({ member: { path, shape } }) =>
    requestHolding(scene, path, plainValue(scene, path, shape)),
  );
  const complete = withCompanionsForAnyState({ UserPoolId: poolPlaceholder, ...hosts.reduce(mergeObjects, {}) }, scene);
  const unrelated = breaches.reduce((rest, { member }) => withoutRelatedMembers(member.path, rest), valid);
  // A companion of one broken member may have removed another broken member, so each host is merged back in.
  const request = breaches.reduce(
    (whole, { member: { path }, value }, index) => withValueAt(mergeObjects(whole, hosts[index] ?? {}), path, value),
    { ...unrelated, ...complete },
  );
  return { request, breaks: [...new Set(breaches.flatMap(clausesOf))], member: '', clause: severalBreachesClause };
}

function clausesOf({ member: { path, shape }, way: { clause }, value }: MemberBreach): readonly ClauseId[] {
  return value === undefined ? [clause] : [clause, ...breachesOfValue(path, shape, value)];
}
