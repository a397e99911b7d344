import { rememberMatches } from '../../specs/rememberMatches.ts';
import type { CharacterSet } from './characters.ts';
import { type PatternNode, parsePattern } from './parsePattern.ts';

/** Which positions between the characters of a string can be reached: one byte each, none of them outside the bounds. */
interface Positions {
  readonly reached: Uint8Array;
  readonly first: number;
  readonly last: number;
}

/** Whether the whole string matches, in time linear in its length: positions advance together, nothing backtracks. */
export const matchesPattern = rememberMatches((pattern) => {
  const parsed = parsePattern(pattern);
  return (value) => {
    const codes = codesOf(value);
    const reached = new Uint8Array(codes.length + 1);
    reached[0] = 1;
    const ends = endsOf(parsed, codes, { reached, first: 0, last: 0 });
    return ends.reached[codes.length] === 1;
  };
});

/** The code points of a string: one number each, for a long string of one-letter strings costs many times as much. */
function codesOf(value: string): Uint32Array {
  const codes = new Uint32Array(value.length);
  let count = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.codePointAt(at) ?? 0;
    codes[count++] = code;
    if (code > 0xffff) at += 1;
  }
  return codes.subarray(0, count);
}

function endsOf(node: PatternNode, codes: Uint32Array, starts: Positions): Positions {
  switch (node.kind) {
    case 'one':
      return oneEnds(node.set, codes, starts);
    case 'sequence':
      return node.of.reduce((ends, part) => endsOf(part, codes, ends), starts);
    case 'repeat':
      return repeatEnds(node, codes, starts);
  }
}

function oneEnds({ has }: CharacterSet, codes: Uint32Array, { reached, first, last }: Positions): Positions {
  const ends = new Uint8Array(reached.length);
  for (let at = first; at <= last && at < codes.length; at += 1) {
    if (reached[at] === 1 && has(codes[at] ?? 0)) ends[at + 1] = 1;
  }
  return { reached: ends, first: first + 1, last: last + 1 };
}

function repeatEnds(
  { of, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
  codes: Uint32Array,
  starts: Positions,
): Positions {
  if (max === 1) return min === 0 ? union(endsOf(of, codes, starts), starts) : endsOf(of, codes, starts);
  // No pattern of the service repeats a group, so one character at a time is enough.
  if (of.kind !== 'one') throw new TypeError('A repeated group is not among the patterns that we read.');
  const { reached, first, last } = starts;
  const ends = min === 0 ? reached.slice() : new Uint8Array(reached.length);
  const { has } = of.set;
  let furthest = last;
  let going = false;
  for (let at = first; at < codes.length && (going || at <= last); at += 1) {
    going = (going || reached[at] === 1) && has(codes[at] ?? 0);
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
