import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, membersOf, topLevelOf } from '../../specs/member.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { severalFaults } from '../cases/severalFaults.ts';
import { validRequest } from '../cases/validRequests.ts';
import { onAnyState } from '../companions/index.ts';
import { merged } from '../values/mergeObjects.ts';
import { hostOf, plainValue, withValueAt } from '../values/placeInRequest.ts';
import { breachesOfValue } from './breachesOfValue.ts';
import { type BrokenRequest, unrelatedTo } from './brokenRequests.ts';
import { type WayToBreak, waysToBreak } from './waysToBreak.ts';

/** Few enough to be understood, enough to see whether one fault hides another. */
const faults = { minLength: 2, maxLength: 4 } as const;

/** Requests that break two to four clauses of the model, each in a top-level member of its own. */
export function brokenSeverally(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  const ways = membersOf(scene.edition.input).flatMap((member) =>
    waysToBreak(scene, member).map((way) => ({ member, way })),
  );
  const chosen = fc.uniqueArray(fc.constantFrom(...ways), {
    ...faults,
    selector: ({ member }) => topLevelOf(member.path),
  });
  return fc.tuple(validRequest(scene), chosen).chain(([valid, faulty]) =>
    fc.tuple(...faulty.map(({ way }) => way.values)).map((values) =>
      brokenAt(
        scene,
        valid,
        faulty.map((fault, index) => ({ ...fault, value: values[index] })),
      ),
    ),
  );
}

interface Fault {
  readonly member: Member;
  readonly way: WayToBreak;
  readonly value: JsonValue | undefined;
}

function brokenAt(scene: GenerationScene, valid: JsonObject, faults: readonly Fault[]): BrokenRequest {
  const hosts = faults.map(({ member: { path, shape } }) => hostOf(scene, path, plainValue(scene, path, shape)));
  const complete = onAnyState({ UserPoolId: poolPlaceholder, ...hosts.reduce(merged, {}) }, scene);
  const unrelated = faults.reduce((rest, { member }) => unrelatedTo(member.path, rest), valid);
  // What one fault's member asks for may have put out another's: that comes back.
  const request = faults.reduce(
    (whole, { member: { path }, value }, index) => withValueAt(merged(whole, hosts[index] ?? {}), path, value),
    { ...unrelated, ...complete },
  );
  return { request, breaks: [...new Set(faults.flatMap(clausesOf))], member: '', clause: severalFaults };
}

function clausesOf({ member: { path, shape }, way: { clause }, value }: Fault): readonly ClauseId[] {
  return value === undefined ? [clause] : [clause, ...breachesOfValue(path, shape, value)];
}
