import type { Member } from '../../specs/member.ts';
import type { StringShape } from '../../specs/shape.ts';
import { handPickedTexts } from '../cases/handPickedTexts.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { brokenStrings } from '../pattern/brokenStrings.ts';
import { nearlyMatching } from '../pattern/nearlyMatching.ts';
import type { BoundaryValue } from '../values/boundaryValue.ts';
import { textOfMember } from '../values/memberValues.ts';
import { definedValues, namedValues } from '../values/namedValues.ts';
import { stretchedValidString } from '../values/stretchedStrings.ts';
import { wrongWords } from './wrongWords.ts';

/** Texts that break one constraint of a string member by so little that a careless check takes them. */
export function subtleBreaches(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  const { shape } = member;
  if (shape.type !== 'string') return [];
  const words = shape.enum === undefined ? {} : wrongWords(scene, member.path, shape.enum);
  return [
    ...namedValues('enum', withoutRepeatedValues({ ...words, ...handPickedTexts(scene, member, 'enum') })),
    ...nearPatternBreaches(scene, member, shape),
    ...combiningBreaches(scene, member, shape),
  ];
}

function nearPatternBreaches(scene: GenerationScene, member: Member, shape: StringShape): readonly BoundaryValue[] {
  const { pattern } = shape;
  if (pattern === undefined) return [];
  const nearly = nearlyMatching(pattern, textOfMember(member.path, shape).plain(scene));
  const values = { ...nearly, ...handPickedTexts(scene, member, 'pattern') };
  return [
    ...namedValues('pattern', withoutRepeatedValues(values)),
    ...definedValues('pattern', { 'far-behind': brokenFarBehind(scene, member.path, shape, pattern) }),
  ];
}

/** A long text in which only the last character is wrong: accepted by a server that checks only the beginning. */
function brokenFarBehind(
  scene: GenerationScene,
  path: string,
  shape: StringShape,
  pattern: string,
): string | undefined {
  const long = 1_500;
  if ((shape.max ?? 0) < long) return undefined;
  const value = stretchedValidString(scene, path, shape, long);
  return value === undefined ? undefined : brokenStrings(pattern, value).end;
}

/** Longer than this a text shows nothing new. */
const longest = 2_048;

// Any number of marks may stand on one letter: few characters to the eye.
function combiningBreaches(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  const { max = Number.POSITIVE_INFINITY } = shape;
  return max > longest
    ? []
    : definedValues('max', { 'over-combining': stretchedValidString(scene, path, shape, max + 1, '\u0301') });
}

/** Each value once, under its first name. */
function withoutRepeatedValues(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.filter(([, value], index) => entries.findIndex(([, other]) => other === value) === index),
  );
}
