/** A set of characters: which code points belong to it, and some of them to write with, the most ordinary first. */
export interface CharacterSet {
  readonly has: (code: number) => boolean;
  readonly samples: readonly string[];
}

const lower = [...'abcdefghijklmnopqrstuvwxyz'];
const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const digits = [...'0123456789'];

/** The escapes of Java's patterns, ASCII unless they name a Unicode category. */
export const escapes: Readonly<Record<string, CharacterSet>> = {
  w: setOf([...lower, ...upper, ...digits, '_']),
  d: setOf(digits),
  // Java counts the vertical tab as a space and RE2 does not; it stays out of both readings.
  s: setOf([' ', '\t', '\n', '\r', '\f']),
};

/** Unicode categories, each with samples from ASCII, from the rest of the BMP and from beyond it where it has any. */
export const categories: Readonly<Record<string, CharacterSet>> = {
  L: category(/^\p{L}$/u, [...lower, ...upper, ...'éßñŒαЖבعうア漢한', '𠮷', '𝒳', '𐍈']),
  M: category(/^\p{M}$/u, ['\u0301', '\u0338', '\u094D', '\u20E3', '\u{1D165}', '\u{E0100}']),
  S: category(/^\p{S}$/u, [...'+<=>^`|~$', ...'€©°→∑☃', '😀', '𝛁']),
  N: category(/^\p{N}$/u, [...digits, ...'²½Ⅷ٣', '𝟘', '𐅀']),
  P: category(/^\p{P}$/u, [...'.,-!?:;()/@#%&*_\'"[]{}\\', ...'¿«“…、', '𐄀', '𐩐']),
};

const lineTerminators = new Set(['\n', '\r', '\u0085', '\u2028', '\u2029'].map(codePointOf));

/** What a dot stands for: every character, or with `(?s)` absent every one that does not end a line. */
export function anyCharacter(dotAll: boolean): CharacterSet {
  const samples = [...lower, ' ', ...digits, ...upper, ...'.,:;!?()/-', ...'éうЖ', '😀', '𠮷'];
  if (dotAll) return { has: () => true, samples: [...samples, '\n'] };
  return { has: (code) => !lineTerminators.has(code), samples };
}

/** Exactly these characters. */
export function setOf(characters: readonly string[]): CharacterSet {
  const [only, ...others] = characters.map(codePointOf);
  const members = new Set([only, ...others]);
  return { has: others.length === 0 ? (code) => code === only : (code) => members.has(code), samples: characters };
}

/** The characters of any of these sets. */
export function unionOf(sets: readonly CharacterSet[]): CharacterSet {
  // Long messages ask for the same few characters thousands of times.
  const near = new Uint8Array(0x10000);
  const far = new Map<number, boolean>();
  const belongs = (code: number) => sets.some((set) => set.has(code));
  return {
    has: (code) => (code < near.length ? (near[code] || learn(code)) === yes : (far.get(code) ?? learnFar(code))),
    samples: [...new Set(sets.flatMap(({ samples }) => samples))],
  };

  function learn(code: number): number {
    near[code] = belongs(code) ? yes : no;
    return near[code];
  }

  function learnFar(code: number): boolean {
    const found = belongs(code);
    far.set(code, found);
    return found;
  }
}

const no = 1;
const yes = 2;

/** The code point of a character. */
export function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function category(test: RegExp, samples: readonly string[]): CharacterSet {
  return { has: (code) => test.test(String.fromCodePoint(code)), samples };
}
