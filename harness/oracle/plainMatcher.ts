import { lineEnds } from './lineEnds.ts';

/**
 * A faster matcher for simple patterns; undefined where the pattern is not simple. It serves patterns of one
 * class repeated, `[\w]+`, and of one class with literals in between, `.*\{####\}.*`: there a text matches if it has nothing
 * but what the class takes, and the literals in their order.
 */
export function plainMatcher(pattern: string): ((text: string) => boolean) | undefined {
  const { flag = '', body = '' } = /^(?<flag>\(\?s\))?\^?(?<body>.*?)\$?$/s.exec(pattern)?.groups ?? {};
  const [first = '', ...rest] = body.split(/(\[(?:\\.|[^\]\\])+\][*+]|\.[*+])/).slice(1);
  const literals = rest.filter((_, index) => index % 2 === 0).map(literalIn);
  const classes = [first, ...rest.filter((_, index) => index % 2 === 1)];
  const isPlain = body.startsWith(first) && classes.every((other) => other === first) && literals.at(-1) === '';
  const between = literals.slice(0, -1);
  if (!isPlain || between.includes('') || between.includes(undefined)) return undefined;
  const only = new RegExp(`^${toEcmaScriptClass(first, flag !== '')}$`, 'us');
  const words = between.filter((word) => word !== undefined);
  if (words.length > 0 && !(first.endsWith('*') && only.test(words.join('')))) return undefined;
  return (text) => only.test(text) && appearInOrder(text, words);
}

/** The text that a piece of a pattern stands for; undefined where it is more than text. */
function literalIn(piece: string): string | undefined {
  const text = piece.replaceAll(/\\([^\w\s])/g, '$1');
  return /[\\()?*+|.^$[]/.test(piece.replaceAll(/\\[^\w\s]/g, '')) ? undefined : text;
}

/** A class as an ECMAScript regular expression: the spaces are those of ASCII, and a dot stops at the end of a line unless `dotAll` is set. */
export function toEcmaScriptClass(characterClass: string, dotAll: boolean): string {
  if (characterClass.startsWith('.') && !dotAll) return characterClass.replace('.', `[^${lineEnds}]`);
  return characterClass.replaceAll('\\s', '\\t\\n\\x0B\\f\\r ').replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}');
}

function appearInOrder(text: string, words: readonly string[]): boolean {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at === -1) return false;
    from = at + word.length;
  }
  return true;
}
