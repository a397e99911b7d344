import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import { withoutRelatedMembers } from '../breaches/requestWithOneBreach.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { lastValueAt, plainValue, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { validRequest } from './validRequest.ts';

/** A request on which the contract is silent: any answer will do that is one, and that leaves the server well. */
export interface OpenRequest {
  readonly request: JsonObject;
  readonly member: MemberPath;
}

/**
 * Valid requests in which one member is sent as no source describes: null, a fraction, an item twice,
 * its name in other letters, or strange members beside it.
 */
export function openRequest(scene: GenerationScene): fc.Arbitrary<OpenRequest> {
  const members = membersOf(scene.edition.input)
    .filter(({ path }) => path !== 'UserPoolId' && !/(\[\]|\{key\})$/.test(path))
    .filter((member) => !isNeeded(scene, member));
  return fc
    .tuple(validRequest(scene), fc.constantFrom(...members))
    .chain(([valid, member]) =>
      fc.constantFrom(...changesOf(member)).map((change) => withOpenMember(scene, valid, member, change)),
    );
}

/** What a rule asks for is not left open: a request without it is refused. */
function isNeeded(scene: GenerationScene, { path, shape }: Member): boolean {
  const host = withCompanionsForAnyState(requestHolding(scene, path, plainValue(scene, path, shape)), scene);
  return lastValueAt(withCompanionsForAnyState(withValueAt(host, path, undefined), scene), path) !== undefined;
}

type Change = (request: JsonObject, path: MemberPath, plain: JsonValue) => JsonObject;

function withOpenMember(
  scene: GenerationScene,
  valid: JsonObject,
  { path, shape }: Member,
  change: Change,
): OpenRequest {
  const plain = plainValue(scene, path, shape);
  const host = withCompanionsForAnyState({ UserPoolId: poolPlaceholder, ...requestHolding(scene, path, plain) }, scene);
  return { request: { ...withoutRelatedMembers(path, valid), ...change(host, path, plain) }, member: path };
}

function changesOf({ shape, required }: Member): readonly Change[] {
  switch (shape.type) {
    case 'structure':
      return required ? [strangers] : [toNull, strangers];
    case 'map':
      return [toNull];
    case 'list':
      // Structures in a list have rules on what they may repeat.
      return shape.item.type === 'structure' ? [toNull] : [toNull, twice];
    case 'integer':
      return [toNull, fraction];
    case 'boolean':
    case 'string':
      return [toNull];
  }
}

const toNull: Change = (request, path) => withValueAt(request, path, null);
const fraction: Change = (request, path, plain) => withValueAt(request, path, Number(plain) + 0.5);
const twice: Change = (request, path, plain) =>
  withValueAt(request, path, Array.isArray(plain) ? [...plain, ...plain] : plain);

/** Members of every object, and the right members in other letters. */
const strangers: Change = (request, path, plain) => {
  const known = typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? plain : {};
  const renamed = Object.entries(known).map(([name, value]) => [name.toLowerCase(), value] as const);
  const strange = [
    ['__proto__', { constructor: 'x' }],
    ['constructor', { prototype: [] }],
    ['', 1],
    ['Strange', [{ deep: [[[{}]]] }]],
  ] as const;
  return withValueAt(request, path, { ...known, ...Object.fromEntries([...renamed, ...strange]) });
};
