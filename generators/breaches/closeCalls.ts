import type { Member } from '../../specs/member.ts';
import type { StringShape } from '../../specs/shape.ts';
import { handPicked } from '../cases/handPickedCases.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { brokenStrings } from '../pattern/brokenStrings.ts';
import { nearlyMatching } from '../pattern/nearlyMatching.ts';
import type { BoundaryValue } from '../values/boundaryValues.ts';
import { textOf } from '../values/memberValues.ts';
import { given, named } from '../values/namedValues.ts';
import { realistic } from '../values/stretchedStrings.ts';
import { wrongWords } from './wrongWords.ts';

/** Texts that break one constraint of a string member by so little that a careless check takes them. */
export function closeCalls(scene: GenerationScene, member: Member): readonly BoundaryValue[] {
  const { shape } = member;
  if (shape.type !== 'string') return [];
  const words = shape.enum === undefined ? {} : wrongWords(scene, member.path, shape.enum);
  return [
    ...named('enum', unlike({ ...words, ...handPicked(scene, member, 'enum') })),
    ...patternBreaches(scene, member, shape),
    ...lengthBreaches(scene, member, shape),
  ];
}

function patternBreaches(scene: GenerationScene, member: Member, shape: StringShape): readonly BoundaryValue[] {
  const { pattern } = shape;
  if (pattern === undefined) return [];
  const nearly = nearlyMatching(pattern, textOf(member.path, shape).plain(scene));
  const values = { ...nearly, ...handPicked(scene, member, 'pattern') };
  return [
    ...named('pattern', unlike(values)),
    ...given('pattern', { 'far-behind': brokenFarBehind(scene, member.path, shape, pattern) }),
  ];
}

/** Where a long text is legal, one whose last character alone is wrong: whoever looks at a beginning alone takes it. */
function brokenFarBehind(
  scene: GenerationScene,
  path: string,
  shape: StringShape,
  pattern: string,
): string | undefined {
  const long = 1_500;
  if ((shape.max ?? 0) < long) return undefined;
  const value = realistic(scene, path, shape, long);
  return value === undefined ? undefined : brokenStrings(pattern, value).end;
}

/** Longer than this a text shows nothing new. */
const longest = 2_048;

// As many marks as one likes stand on one letter: few characters to the eye.
function lengthBreaches(scene: GenerationScene, { path }: Member, shape: StringShape): readonly BoundaryValue[] {
  const { max = Number.POSITIVE_INFINITY } = shape;
  return max > longest ? [] : given('max', { 'over-combining': realistic(scene, path, shape, max + 1, '\u0301') });
}

/** Each value once, under its first name. */
function unlike(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.filter(([, value], index) => entries.findIndex(([, other]) => other === value) === index),
  );
}
