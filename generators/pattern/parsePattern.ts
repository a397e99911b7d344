import { memoizeByText } from '../../specs/memoize.ts';
import { anyCharacter, type CharacterSet, categories, escapes, setOf, unionOf } from './characters.ts';

/** A pattern as a tree. `max` null stands for "as many as you like". */
export type PatternNode =
  | { readonly kind: 'one'; readonly set: CharacterSet }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly min: 0 | 1; readonly max: 1 | null }
  | { readonly kind: 'sequence'; readonly of: readonly PatternNode[] };

// A pattern has the same class up to seven times, and what is learned of it once serves all.
const classes = new Map<string, CharacterSet>();

/**
 * Reads the part of Java's pattern language that the service's patterns use: literals, escapes, classes, groups, `? * +`,
 * the dot and `(?s)`. Throws a TypeError on anything else.
 */
export function parsePattern(pattern: string): PatternNode {
  return parsed(pattern);
}

const parsed = memoizeByText((pattern) => new PatternReader(pattern).whole());

class PatternReader {
  readonly #characters: readonly string[];
  #position = 0;
  #dotAll = false;

  constructor(pattern: string) {
    this.#characters = [...pattern];
  }

  whole(): PatternNode {
    const node = this.#sequence();
    if (this.#peek() !== undefined) throw this.#unsupported();
    return node;
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== ')'; next = this.#peek()) {
      if (this.#takesFlagOrAnchor()) continue;
      of.push(this.#quantified(this.#atom()));
    }
    return { kind: 'sequence', of };
  }

  /** Patterns match whole strings, so anchors say nothing new. */
  #takesFlagOrAnchor(): boolean {
    if (this.#takes('^') || this.#takes('$')) return true;
    if (!this.#takes('(?s)')) return false;
    this.#dotAll = true;
    return true;
  }

  #atom(): PatternNode {
    if (this.#takes('(')) {
      const group = this.#sequence();
      if (!this.#takes(')')) throw this.#unsupported();
      return group;
    }
    if (this.#takes('[')) return { kind: 'one', set: this.#class() };
    if (this.#takes('\\')) return { kind: 'one', set: this.#escape() };
    if (this.#takes('.')) return { kind: 'one', set: anyCharacter(this.#dotAll) };
    if ('?*+|{'.includes(this.#peek() ?? '|')) throw this.#unsupported();
    return { kind: 'one', set: setOf([this.#next()]) };
  }

  #quantified(of: PatternNode): PatternNode {
    if (this.#takes('?')) return { kind: 'repeat', of, min: 0, max: 1 };
    if (this.#takes('*')) return { kind: 'repeat', of, min: 0, max: null };
    if (this.#takes('+')) return { kind: 'repeat', of, min: 1, max: null };
    return of;
  }

  #class(): CharacterSet {
    const start = this.#position;
    const sets: CharacterSet[] = [];
    while (!this.#takes(']')) sets.push(this.#rangeOrSet());
    const spelled = this.#characters.slice(start, this.#position).join('');
    const set = classes.get(spelled) ?? unionOf(sets);
    classes.set(spelled, set);
    return set;
  }

  #rangeOrSet(): CharacterSet {
    const first = this.#classAtom();
    if (this.#peek() !== '-' || this.#characters[this.#position + 1] === ']') return first;
    this.#next();
    return range(onlyOf(first), onlyOf(this.#classAtom()));
  }

  #classAtom(): CharacterSet {
    return this.#takes('\\') ? this.#escape() : setOf([this.#next()]);
  }

  #escape(): CharacterSet {
    const name = this.#next();
    if (name === 'x') return setOf([String.fromCodePoint(Number.parseInt(this.#next() + this.#next(), 16))]);
    if (name !== 'p') return escapes[name] ?? setOf([name]);
    const [open, letter, close] = [this.#next(), this.#next(), this.#next()];
    const set = categories[letter];
    if (open !== '{' || close !== '}' || set === undefined) throw this.#unsupported();
    return set;
  }

  #peek(): string | undefined {
    return this.#characters[this.#position];
  }

  #next(): string {
    const character = this.#peek();
    if (character === undefined) throw this.#unsupported();
    this.#position += 1;
    return character;
  }

  #takes(text: string): boolean {
    const characters = [...text];
    if (!characters.every((character, index) => this.#characters[this.#position + index] === character)) return false;
    this.#position += characters.length;
    return true;
  }

  #unsupported(): TypeError {
    return new TypeError(`Pattern "${this.#characters.join('')}" cannot be read at character ${this.#position}.`);
  }
}

function range(from: string, to: string): CharacterSet {
  const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  return setOf(Array.from({ length: high - low + 1 }, (_, offset) => String.fromCodePoint(low + offset)));
}

/** The one character of a set that stands at an end of a range. */
function onlyOf({ samples }: CharacterSet): string {
  const [only, ...others] = samples;
  if (only === undefined || others.length > 0) throw new TypeError('A range runs from one character to another.');
  return only;
}
