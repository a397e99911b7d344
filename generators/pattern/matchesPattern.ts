import type { CharacterSet } from './characters.ts';
import { type PatternNode, parsePattern } from './parsePattern.ts';

/** Which positions between the characters of a string can be reached: one byte each. */
type Positions = Uint8Array;

/** Whether the whole string matches, in time linear in its length: positions advance together, nothing backtracks. */
export function matchesPattern(pattern: string, value: string): boolean {
  const characters = [...value];
  const start = new Uint8Array(characters.length + 1);
  start[0] = 1;
  return endsOf(parsePattern(pattern), characters, start)[characters.length] === 1;
}

function endsOf(node: PatternNode, characters: readonly string[], starts: Positions): Positions {
  switch (node.kind) {
    case 'one':
      return oneEnds(node.set, characters, starts);
    case 'sequence':
      return node.of.reduce((ends, part) => endsOf(part, characters, ends), starts);
    case 'repeat':
      return repeatEnds(node, characters, starts);
  }
}

function oneEnds({ has }: CharacterSet, characters: readonly string[], starts: Positions): Positions {
  const ends = new Uint8Array(starts.length);
  for (const [at, character] of characters.entries()) {
    if (starts[at] === 1 && has(character)) ends[at + 1] = 1;
  }
  return ends;
}

function repeatEnds(
  { of, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
  characters: readonly string[],
  starts: Positions,
): Positions {
  if (max === 1) return union(endsOf(of, characters, starts), min === 0 ? starts : new Uint8Array(0));
  // No pattern of the service repeats a group, so one character at a time is enough.
  if (of.kind !== 'one') throw new TypeError('A repeated group is not among the patterns that we read.');
  const ends = min === 0 ? starts.slice() : new Uint8Array(starts.length);
  let going = false;
  for (const [at, character] of characters.entries()) {
    going = (going || starts[at] === 1) && of.set.has(character);
    if (going) ends[at + 1] = 1;
  }
  return ends;
}

function union(positions: Positions, others: Positions): Positions {
  for (const [at, reached] of others.entries()) if (reached === 1) positions[at] = 1;
  return positions;
}
