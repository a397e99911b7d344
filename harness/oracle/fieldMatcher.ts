import { lineEnds } from './lineEnds.ts';

/**
 * A faster matcher for patterns of fields between colons, as ARNs have them; undefined where the pattern is anything else.
 * Each field is text, or text and one class repeated. No class but the last field's takes a colon, so there is one way to
 * match at most, and an engine that backtracks finds it at once.
 */
export function fieldMatcher(pattern: string): ((text: string) => boolean) | undefined {
  const fields = pattern.replace(/^\(\?s\)/, '').split(/:(?![^[]*\])/);
  if (fields.length < 3 || fields.some((field) => !isField.test(field))) return undefined;
  const repeated = fields.map((field) => /\[.*\](?=[+*])|\.(?=[+*])/.exec(field)?.[0]);
  if (repeated.slice(0, -1).some((field) => field !== undefined && new RegExp(`^${field}$`, 'us').test(':')))
    return undefined;
  const dot = pattern.startsWith('(?s)') ? '[^]' : `[^${lineEnds}]`;
  const whole = new RegExp(`^${fields.join(':').replaceAll(/\.(?=[+*])/g, dot)}$`, 'u');
  return (text) => whole.test(text);
}

/** Text, a repeated class or dot, and the brackets of groups that may be left out. */
const isField = /^\(?[\w/-]*(?:(?:\[[^\]\\]*(?:\\w[^\]\\]*)?\]|\.)[+*])?(?:\)\??)?\(?$/;
