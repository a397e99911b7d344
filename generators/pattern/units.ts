import type { CharacterSet } from './characters.ts';
import { type PatternNode, parsePattern } from './parsePattern.ts';

/** A stretch of one character set: at least `min` characters, any number more if it is stretchy. */
export interface Unit {
  readonly set: CharacterSet;
  readonly min: number;
  readonly stretchy: boolean;
}

/** A pattern laid out flat. `takes` decides for each optional part, in order, whether it is there. */
export function unitsOf(pattern: string, takes: () => boolean): readonly Unit[] {
  return flat(parsePattern(pattern), takes);
}

function flat(node: PatternNode, takes: () => boolean): readonly Unit[] {
  switch (node.kind) {
    case 'one':
      return [{ set: node.set, min: 1, stretchy: false }];
    case 'sequence':
      return node.of.flatMap((part) => flat(part, takes));
    case 'repeat':
      if (node.max === 1) return takes() ? flat(node.of, takes) : [];
      if (node.of.kind !== 'one') throw new TypeError('A repeated group is not among the patterns that we spell.');
      return [{ set: node.of.set, min: node.min, stretchy: true }];
  }
}
