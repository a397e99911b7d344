import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath } from '../../specs/member.ts';
import type { IntegerShape, ListShape, Shape, StringShape, StructureShape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { members } from '../members/index.ts';
import { optionalMembers } from './optionalMembers.ts';
import { type Text, textFrom } from './text.ts';

/** Values of a member that keep its shape. Rules between members are not looked at here. */
export function memberValues(scene: GenerationScene, path: MemberPath, shape: Shape): fc.Arbitrary<JsonValue> {
  const entry = members[path];
  if (entry?.kind === 'values') return entry.any(scene, shape);
  switch (shape.type) {
    case 'structure':
      return structureValues(scene, path, shape);
    case 'list':
      return list(scene, path, shape);
    case 'map':
      throw new TypeError(`"${path}" is a map: say in its table what it holds.`);
    case 'string':
      return shape.enum === undefined ? textOfMember(path, shape).any(scene, shape) : fc.constantFrom(...shape.enum);
    case 'integer':
      return fc.integer(integerBounds(shape));
    case 'boolean':
      return fc.boolean();
  }
}

/** What a string member is filled with; a member that nobody wrote down is filled by its shape. */
export function textOfMember(path: MemberPath, shape: StringShape): Text {
  const entry = members[path];
  return entry?.kind === 'text' ? entry : textFrom({ plain: () => shape.enum?.[0] ?? 'text' });
}

function structureValues(scene: GenerationScene, path: MemberPath, shape: StructureShape): fc.Arbitrary<JsonObject> {
  const fields = Object.fromEntries(
    childrenOf(path, shape).map((child) => [lastNameIn(child.path), memberValues(scene, child.path, child.shape)]),
  );
  return fc.oneof(
    { weight: 3, arbitrary: optionalMembers(fields, shape.required, 50) },
    { weight: 1, arbitrary: optionalMembers(fields, shape.required, 15) },
    { weight: 1, arbitrary: optionalMembers(fields, shape.required, 95) },
  );
}

/** Lists without repetition: whether the service minds one is not known. */
function list(scene: GenerationScene, path: MemberPath, shape: ListShape): fc.Arbitrary<JsonValue> {
  const { item } = shape;
  // Where no limits are published, one to three items are the safest guess.
  const { min = shape.limits === 'unknown' ? 1 : 0, max = 3 } = shape;
  if (item.type === 'string' && item.enum !== undefined) {
    const most = Math.min(max, item.enum.length);
    return fc.shuffledSubarray([...item.enum], { minLength: Math.min(min, most), maxLength: most });
  }
  return fc.uniqueArray(memberValues(scene, `${path}[]`, item), {
    minLength: min,
    maxLength: max,
    comparator: (left, right) => JSON.stringify(left) === JSON.stringify(right),
  });
}

function integerBounds({ min = -(2 ** 31), max = 2 ** 31 - 1 }: IntegerShape) {
  return { min, max };
}

function lastNameIn(path: MemberPath): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
