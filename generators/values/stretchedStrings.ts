import type { MemberPath } from '../../specs/member.ts';
import { oncePer } from '../../specs/oncePer.ts';
import type { StringShape } from '../../specs/shape.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { matchesPattern } from '../pattern/matchesPattern.ts';
import { stringOfLength } from '../pattern/stringOfLength.ts';
import { textOf } from './memberValues.ts';

/** A value of a string member with an exact length, the filler used if the pattern takes it; nothing else is looked at. */
export function stretched(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string {
  return (
    realistic(scene, path, shape, length, filler) ??
    realistic(scene, path, shape, length) ??
    (shape.pattern === undefined ? undefined : stringOfLength(shape.pattern, length)) ??
    'a'.repeat(length)
  );
}

/** A value with an exact length that keeps the pattern and the rules of the service; undefined where there is none. */
export function realistic(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string | undefined {
  const { known, told } = memoryOf(scene);
  const key = `${path} ${length} ${filler}`;
  if (known.has(key)) return known.get(key);
  const value = made(scene, path, shape, length, filler);
  if (told.characters > mostCharacters) known.clear();
  told.characters = (known.size === 0 ? 0 : told.characters) + (value?.length ?? 0);
  known.set(key, value);
  return value;
}

// The same few hundred long texts are asked for again and again, and take long to make and to read.
interface Memory {
  readonly known: Map<string, string | undefined>;
  readonly told: { characters: number };
}

const mostCharacters = 4_000_000;

const memoryOf = oncePer((_scene: GenerationScene): Memory => ({ known: new Map(), told: { characters: 0 } }));

function made(
  scene: GenerationScene,
  path: MemberPath,
  shape: StringShape,
  length: number,
  filler?: string,
): string | undefined {
  // Nobody has a form for nothing: it is legal wherever the pattern takes it.
  const value = length === 0 ? '' : textOf(path, shape).ofLength(scene, shape, length, filler);
  if (value === undefined || shape.pattern === undefined) return value;
  return matchesPattern(shape.pattern, value) ? value : undefined;
}
