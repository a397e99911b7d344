import { toEcmaScriptClass } from './plainMatcher.ts';

/** A faster matcher for patterns that any text matches with a character of one class in it; undefined where the pattern is anything else. */
export function characterMatcher(pattern: string): ((text: string) => boolean) | undefined {
  const characters = /^\(\?s\)\.\*(\[(?:\\.|[^\]\\])+\])\.\*$/.exec(pattern)?.[1];
  if (characters === undefined) return undefined;
  const one = new RegExp(toEcmaScriptClass(characters, true), 'u');
  return (text) => one.test(text);
}
