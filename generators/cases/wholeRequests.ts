import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import { withCompanions } from '../companions/index.ts';
import { plainValue } from '../values/placeInRequest.ts';
import type { GenerationScene } from './scene.ts';

/** The request that reference pages print: every member, "string" for a string, 123 for a number, the first enum word. */
export function printedSkeleton({ edition }: GenerationScene): JsonObject {
  return fillShape('', edition.input, ({ shape }) => {
    if (shape.type === 'integer') return 123;
    if (shape.type === 'boolean') return true;
    return shape.type === 'string' ? (shape.enum?.[0] ?? 'string') : null;
  }) as JsonObject;
}

/** The request that the command line prints to be filled in: nothing for a string, 0 for a number, the first enum word. */
export function emptySkeleton({ edition }: GenerationScene): JsonObject {
  return fillShape('', edition.input, ({ shape }) => {
    if (shape.type === 'integer') return 0;
    if (shape.type === 'boolean') return true;
    return shape.type === 'string' ? (shape.enum?.[0] ?? '') : null;
  }) as JsonObject;
}

/** The same request with plausible values, as far as its members go together. */
export function plausibleRequest(
  scene: GenerationScene,
  option: 'CONFIRM_WITH_LINK' | 'CONFIRM_WITH_CODE',
): JsonObject {
  const { UserPoolId: _inserted, ...members } = fillShape('', scene.edition.input, ({ path, shape }) =>
    path.endsWith('DefaultEmailOption') ? option : plainValue(scene, path, shape),
  ) as JsonObject;
  return withCompanions(members, scene);
}

interface Leaf {
  readonly path: MemberPath;
  readonly shape: Shape;
}

function fillShape(path: MemberPath, shape: Shape, leaf: (leaf: Leaf) => JsonValue): JsonValue {
  const children = childrenOf(path, shape).map((child) => fillShape(child.path, child.shape, leaf));
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(Object.keys(shape.members).map((name, index) => [name, children[index] ?? null]));
    case 'list':
      return children;
    case 'map':
      return { [String(children[0])]: children[1] ?? null };
    case 'string':
    case 'integer':
    case 'boolean':
      return leaf({ path, shape });
  }
}
