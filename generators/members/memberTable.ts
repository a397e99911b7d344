import type fc from 'fast-check';
import type { JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import type { Text } from '../values/text.ts';

/** Values of a member that do not follow from its shape. */
export interface Values {
  readonly kind: 'values';
  readonly any: (scene: GenerationScene, shape: Shape) => fc.Arbitrary<JsonValue>;
}

/** What the members of one topic are filled with. A member without an entry takes whatever its shape allows. */
export type MemberTable = Readonly<Record<MemberPath, Text | Values>>;
