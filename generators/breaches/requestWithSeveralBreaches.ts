import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, membersOf, topLevelOf } from '../../specs/member.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { severalFaultsClause } from '../cases/severalFaultsClause.ts';
import { validRequest } from '../cases/validRequest.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { mergeObjects } from '../values/mergeObjects.ts';
import { plainValue, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { breachesOfValue } from './breachesOfValue.ts';
import { type BreachGenerator, breachGenerators } from './breachGenerators.ts';
import { type BrokenRequest, withoutRelatedMembers } from './requestWithOneBreach.ts';

/** Few enough to be understood, enough to see whether one fault hides another. */
const faults = { minLength: 2, maxLength: 4 } as const;

/** Requests that break two to four clauses of the model, each in a top-level member of its own. */
export function requestWithSeveralBreaches(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  const ways = membersOf(scene.edition.input).flatMap((member) =>
    breachGenerators(scene, member).map((way) => ({ member, way })),
  );
  const chosen = fc.uniqueArray(fc.constantFrom(...ways), {
    ...faults,
    selector: ({ member }) => topLevelOf(member.path),
  });
  return fc.tuple(validRequest(scene), chosen).chain(([valid, faulty]) =>
    fc.tuple(...faulty.map(({ way }) => way.values)).map((values) =>
      breakAll(
        scene,
        valid,
        faulty.map((fault, index) => ({ ...fault, value: values[index] })),
      ),
    ),
  );
}

interface Fault {
  readonly member: Member;
  readonly way: BreachGenerator;
  readonly value: JsonValue | undefined;
}

function breakAll(scene: GenerationScene, valid: JsonObject, faults: readonly Fault[]): BrokenRequest {
  const hosts = faults.map(({ member: { path, shape } }) =>
    requestHolding(scene, path, plainValue(scene, path, shape)),
  );
  const complete = withCompanionsForAnyState({ UserPoolId: poolPlaceholder, ...hosts.reduce(mergeObjects, {}) }, scene);
  const unrelated = faults.reduce((rest, { member }) => withoutRelatedMembers(member.path, rest), valid);
  // A companion of one broken member may have removed another broken member, so each host is merged back in.
  const request = faults.reduce(
    (whole, { member: { path }, value }, index) => withValueAt(mergeObjects(whole, hosts[index] ?? {}), path, value),
    { ...unrelated, ...complete },
  );
  return { request, breaks: [...new Set(faults.flatMap(clausesOf))], member: '', clause: severalFaultsClause };
}

function clausesOf({ member: { path, shape }, way: { clause }, value }: Fault): readonly ClauseId[] {
  return value === undefined ? [clause] : [clause, ...breachesOfValue(path, shape, value)];
}
