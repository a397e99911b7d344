import fc from 'fast-check';
import type { StringShape } from '../../specs/shape.ts';
import { codePoints } from '../breaches/breachesOfValue.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { type Lengths, lengthWithin, stringMatching } from '../pattern/stringMatching.ts';
import { stringOfLength } from '../pattern/stringOfLength.ts';

/** What a string member is filled with. */
export interface Text {
  readonly kind: 'text';
  /** An ordinary value. */
  readonly plain: (scene: GenerationScene) => string;
  /** Values that show the alternatives of the pattern, by name. */
  readonly keeps: (scene: GenerationScene) => Readonly<Record<string, string>>;
  /** A value of an exact length in code points that also keeps the service's rules; undefined where there is none. */
  readonly ofLength: (
    scene: GenerationScene,
    shape: StringShape,
    length: number,
    filler?: string,
  ) => string | undefined;
  readonly any: (scene: GenerationScene, shape: StringShape) => fc.Arbitrary<string>;
}

type TextParts = Pick<Text, 'plain'> & Partial<Omit<Text, 'kind' | 'plain'>>;

/** A text generated from its pattern and lengths, except for the parts that are given. */
export function textFrom(parts: TextParts): Text {
  return {
    kind: 'text',
    keeps: (scene) => ({ plain: parts.plain(scene) }),
    ofLength: (_scene, shape, length, filler) => ofShape(shape, length, filler),
    any: (_scene, shape) => matching(shape),
    ...parts,
  };
}

/** The same value in every valid request: nothing else is sure to be accepted. */
export function fixedText(plain: (scene: GenerationScene) => string): Text {
  return textFrom({ plain, any: (scene) => fc.constant(plain(scene)) });
}

/** A text with a fixed beginning and end, filled to the length. */
export function framedText(
  parts: TextParts & { readonly frame: (scene: GenerationScene, length: number) => readonly [string, string] },
): Text {
  const { frame, ...rest } = parts;
  return textFrom({
    ofLength: (scene, _shape, length, filler = 'a') => stretchFrame(frame(scene, length), length, filler),
    any: (scene, shape) => {
      const frames = frame(scene, Number.POSITIVE_INFINITY);
      const room = lengthsOf(shape).max - codePoints(frames.join(''));
      return nameWithin({ min: 1, max: room }).map((filling) => frames.join(filling));
    },
    ...rest,
  });
}

/** Letters, digits and hyphens, within the lengths. */
export function nameWithin({ min, max }: Lengths): fc.Arbitrary<string> {
  return repeating([...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-'], lengthWithin({ min, max: Math.min(max, 2048) }));
}

/** Strings of some characters; long ones repeat how they begin, for drawing each of two thousand shows nothing more. */
export function repeating(characters: readonly string[], lengths: fc.Arbitrary<number>): fc.Arbitrary<string> {
  const picks = fc.array(fc.nat(characters.length - 1), { minLength: 1, maxLength: 24 });
  return fc.tuple(lengths, picks).map(([length, picked]) => {
    const start = picked.map((pick) => characters[pick] ?? '');
    const turns = Math.floor(length / start.length);
    return `${start.join('').repeat(turns)}${start.slice(0, length % start.length).join('')}`;
  });
}

/** The lengths that a shape allows; without a limit 256 is long enough. */
export function lengthsOf({ min = 0, max = 256 }: StringShape): Lengths {
  return { min, max };
}

function stretchFrame([start, end]: readonly [string, string], length: number, filler: string): string | undefined {
  const room = length - codePoints(start) - codePoints(end);
  return room < 0 ? undefined : `${start}${filler.repeat(room)}${end}`;
}

function ofShape({ pattern }: StringShape, length: number, filler?: string): string | undefined {
  return pattern === undefined ? (filler ?? 'a').repeat(length) : stringOfLength(pattern, length, filler);
}

function matching(shape: StringShape): fc.Arbitrary<string> {
  if (shape.pattern === undefined) return nameWithin(lengthsOf(shape));
  const strings = stringMatching(shape.pattern, lengthsOf(shape));
  if (strings === undefined) throw new TypeError(`No string of a legal length matches "${shape.pattern}".`);
  return strings;
}
