import type { Member } from '../../specs/member.ts';
import type { StringShape } from '../../specs/shape.ts';
import { nearMissWords } from '../breaches/wrongValues.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { brokenStrings } from '../pattern/brokenStrings.ts';
import type { BoundaryValue } from './boundaryValue.ts';
import { fillers } from './fillers.ts';
import { textOfMember } from './memberValues.ts';
import { definedValues, namedValues } from './namedValues.ts';
import { stretchedString, stretchedValidString } from './stretchedStrings.ts';
import type { Text } from './text.ts';

/** Texts on both sides of every constraint of a string member. */
export function boundaryTexts(scene: GenerationScene, member: Member, shape: StringShape): readonly BoundaryValue[] {
  return [
    ...lengthValues(scene, member, shape),
    ...(shape.enum === undefined ? [] : enumValues(shape.enum)),
    ...patternValues(scene, member, shape),
  ];
}

function enumValues(words: readonly string[]): readonly BoundaryValue[] {
  const accepted = Object.fromEntries(words.map((word) => [word, word]));
  // The state in which other cases want the pool comes last.
  const { OFF, ...others } = accepted;
  return namedValues('enum', { ...nearMissWords(words), ...others, ...(OFF === undefined ? {} : { OFF }) });
}

/** Longer strings have one wide character alone: a megabyte says nothing that twenty kilobytes do not. */
const longestWide = 20_000;

function lengthValues(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  const { min, max } = shape;
  const at = (length: number, filler?: string) => stretchedValidString(scene, path, shape, length, filler);
  const beyond = (length: number) => stretchedString(scene, path, shape, length);
  const wide = max !== undefined && max <= longestWide;
  return [
    ...(min === undefined ? [] : definedValues('min', { at: at(min) })),
    ...(min === undefined || min === 0 ? [] : namedValues('min', { under: beyond(min - 1) })),
    ...(max === undefined ? [] : definedValues('max', { at: at(max), over: beyond(max + 1) })),
    ...(wide ? definedValues('max', wideValues(at, max)) : []),
    ...(wide || max === undefined ? [] : definedValues('max', { 'at-one-astral': withOneWide(at(max)) })),
  ];
}

function withOneWide(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${fillers.astral}${text.slice(1)}`;
}

function wideValues(at: (length: number, filler: string) => string | undefined, max: number) {
  return {
    'at-multibyte': at(max, fillers.multibyte),
    'at-astral': at(max, fillers.astral),
    'over-astral': at(max + 1, fillers.astral),
  };
}

function patternValues(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  const text = textOfMember(path, shape);
  // Without a pattern any string will do, and has to be shown as it is.
  if (shape.pattern === undefined) return shape.enum === undefined ? namedValues('type', asWritten(text, scene)) : [];
  const breaks = Object.entries(brokenStrings(shape.pattern, text.plain(scene)));
  return [
    ...namedValues('pattern', text.keeps(scene)),
    ...namedValues('pattern', Object.fromEntries(breaks.map(([name, value]) => [`broken-${name}`, value]))),
  ];
}

function asWritten(text: Text, scene: GenerationScene): Readonly<Record<string, string>> {
  const value = text.keeps(scene)['as-written'];
  return value === undefined ? {} : { 'as-written': value };
}
