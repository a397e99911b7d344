import type { CharacterSet } from './characters.ts';
import { type PatternNode, parsePattern } from './parsePattern.ts';

/** Which positions between the characters of a string can be reached: one byte each, none of them outside the bounds. */
interface Positions {
  readonly reached: Uint8Array;
  readonly first: number;
  readonly last: number;
}

/** Whether the whole string matches, in time linear in its length: positions advance together, nothing backtracks. */
export function matchesPattern(pattern: string, value: string): boolean {
  if (value.length > longestKept) return matchesAfresh(pattern, value);
  if (known.size > mostKept) known.clear();
  const key = `${pattern} ${value}`;
  const matches = known.get(key) ?? matchesAfresh(pattern, value);
  known.set(key, matches);
  return matches;
}

// Short values come again and again, long ones seldom do.
const known = new Map<string, boolean>();
const longestKept = 128;
const mostKept = 2000;

function matchesAfresh(pattern: string, value: string): boolean {
  const characters = [...value];
  const reached = new Uint8Array(characters.length + 1);
  reached[0] = 1;
  const ends = endsOf(parsePattern(pattern), characters, { reached, first: 0, last: 0 });
  return ends.reached[characters.length] === 1;
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

function oneEnds({ has }: CharacterSet, characters: readonly string[], { reached, first, last }: Positions): Positions {
  const ends = new Uint8Array(reached.length);
  for (let at = first; at <= last && at < characters.length; at += 1) {
    if (reached[at] === 1 && has(characters[at] ?? '')) ends[at + 1] = 1;
  }
  return { reached: ends, first: first + 1, last: last + 1 };
}

function repeatEnds(
  { of, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
  characters: readonly string[],
  starts: Positions,
): Positions {
  if (max === 1) return min === 0 ? union(endsOf(of, characters, starts), starts) : endsOf(of, characters, starts);
  // No pattern of the service repeats a group, so one character at a time is enough.
  if (of.kind !== 'one') throw new TypeError('A repeated group is not among the patterns that we read.');
  const { reached, first, last } = starts;
  const ends = min === 0 ? reached.slice() : new Uint8Array(reached.length);
  const { has } = of.set;
  let furthest = last;
  let going = false;
  for (let at = first; at < characters.length && (going || at <= last); at += 1) {
    going = (going || reached[at] === 1) && has(characters[at] ?? '');
    if (!going) continue;
    ends[at + 1] = 1;
    furthest = Math.max(furthest, at + 1);
  }
  return { reached: ends, first, last: furthest };
}

function union(left: Positions, right: Positions): Positions {
  const [first, last] = [Math.min(left.first, right.first), Math.max(left.last, right.last)];
  const reached = left.reached.slice();
  for (let at = right.first; at <= right.last && at < reached.length; at += 1) {
    if (right.reached[at] === 1) reached[at] = 1;
  }
  return { reached, first, last };
}
