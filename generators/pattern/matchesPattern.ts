import { type PatternNode, parsePattern } from './parsePattern.ts';

/** Whether the whole string matches, in time linear in its length: positions advance together, nothing backtracks. */
export function matchesPattern(pattern: string, value: string): boolean {
  const characters = [...value];
  return endsOf(parsePattern(pattern), characters, new Set([0])).has(characters.length);
}

function endsOf(node: PatternNode, characters: readonly string[], starts: ReadonlySet<number>): ReadonlySet<number> {
  switch (node.kind) {
    case 'one':
      return new Set([...starts].filter((at) => isIn(node.set, characters[at])).map((at) => at + 1));
    case 'sequence':
      return node.of.reduce((ends, part) => endsOf(part, characters, ends), starts);
    case 'repeat':
      return repeatEnds(node, characters, starts);
  }
}

function repeatEnds(
  { of, min, max }: Extract<PatternNode, { kind: 'repeat' }>,
  characters: readonly string[],
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  const ends = new Set(min === 0 ? starts : []);
  if (max === 1) return new Set([...ends, ...endsOf(of, characters, starts)]);
  // No pattern of the service repeats a group, so one character at a time is enough.
  if (of.kind !== 'one') throw new TypeError('A repeated group is not among the patterns that we read.');
  const reached = new Set<number>();
  for (const start of starts) {
    for (let at = start; !reached.has(at) && isIn(of.set, characters[at]); at += 1) reached.add(at);
  }
  for (const at of reached) ends.add(at + 1);
  return ends;
}

function isIn({ has }: { readonly has: (character: string) => boolean }, character: string | undefined): boolean {
  return character !== undefined && has(character);
}
