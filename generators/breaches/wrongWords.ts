import { editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { nearMissWords } from './wrongValues.ts';

/** Words that an enum does not have, by where they come from, beside the nearest misses: its other editions, other enums, programming. */
export function wrongWords(
  scene: GenerationScene,
  path: MemberPath,
  words: readonly string[],
): Readonly<Record<string, string>> {
  const last = words.at(-1) ?? '';
  const strange = membersOf(scene.edition.input).flatMap(({ shape }) => (shape.type === 'string' && shape.enum) || []);
  const candidates: readonly (readonly [string, string | undefined])[] = [
    ['cut', last.slice(0, -1)],
    ['dash', words.find((word) => word.includes('_'))?.replaceAll('_', '-')],
    ['last-case', last === last.toUpperCase() ? last.toLowerCase() : last.toUpperCase()],
    ['list', `${words[0]},${last}`],
    ['property', 'constructor'],
    ['of-another-member', strange.find((word) => !words.includes(word) && !word.startsWith('V'))],
    ...wordsOfOtherEditions(path).map((word) => [`other-edition-${word}`, word] as const),
  ];
  const near = Object.values(nearMissWords(words));
  const nameByWord = new Map<string, string>();
  for (const [name, word] of candidates) {
    if (word !== undefined && ![...words, ...near].includes(word) && !nameByWord.has(word)) nameByWord.set(word, name);
  }
  return Object.fromEntries([...nameByWord].map(([word, name]) => [name, word]));
}

/** All words that the enum of a member ever had. */
function wordsOfOtherEditions(path: MemberPath): readonly string[] {
  const shapes = editionDates.flatMap((date) =>
    membersOf(editionOf(date).input).flatMap((member) => (member.path === path ? [member.shape] : [])),
  );
  return [...new Set(shapes.flatMap((shape) => (shape.type === 'string' && shape.enum) || []))];
}
