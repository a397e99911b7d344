import type { MemberPath } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { StringShape } from '../../specs/shape.ts';
import { TextMemory } from '../../specs/textMemory.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { matchesPattern } from '../pattern/matchesPattern.ts';
import { stringOfLength } from '../pattern/stringOfLength.ts';
import { textOfMember } from './memberValues.ts';

/** A value of a string member with an exact length, the filler used if the pattern takes it; nothing else is looked at. */
export function stretchedString(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string {
  return (
    stretchedValidString(scene, path, shape, length, filler) ??
    stretchedValidString(scene, path, shape, length) ??
    (shape.pattern === undefined ? undefined : stringOfLength(shape.pattern, length)) ??
    'a'.repeat(length)
  );
}

/** A value with an exact length that keeps the pattern and the rules of the service; undefined where there is none. */
export function stretchedValidString(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string | undefined {
  const key = `${path} ${length} ${filler}`;
  return memoryOf(scene).recall(key, () => ({ value: stretchString(scene, path, shape, length, filler) })).value;
}

interface Stretched {
  readonly value: string | undefined;
}

// The same few hundred long texts are asked for again and again, and take long to make and to read.
const mostCharacters = 700_000;

const memoryOf = memoizeByObject(
  (_scene: GenerationScene) => new TextMemory<Stretched>(mostCharacters, (_key, { value }) => value?.length ?? 0),
);

function stretchString(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string | undefined {
  // Nobody has a form for nothing: it is legal wherever the pattern takes it.
  const value = length === 0 ? '' : textOfMember(path, shape).ofLength(scene, shape, length, filler);
  if (value === undefined || shape.pattern === undefined) return value;
  return matchesPattern(shape.pattern, value) ? value : undefined;
}
