import { didYouMean } from '../../specs/nearest.ts';
import { timeUnits } from '../../specs/timeSpan.ts';

/** Parses the text of a setting: its value, or what is wrong with it. */
export type Read<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** A parser of one word out of a list. */
export function readWord<T extends string>(values: readonly T[]): Read<T> {
  return (text) => {
    const value = values.find((known) => known === text);
    const problem = `has to be one of ${values.join(', ')}, not "${text}".${didYouMean(text, values)}`;
    return value === undefined ? { problem } : { value };
  };
}

/** A parser of comma-separated words out of a list; known but unavailable words get a message of their own. */
export function readWords<T extends string>(known: readonly T[], available: readonly T[]): Read<readonly T[]> {
  return (text) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const values = known.filter((name) => names.includes(name));
    const unknown = names.filter((name) => !known.some((word) => word === name));
    const missing = values.filter((name) => !available.includes(name));
    if (names.length === 0) return { problem: `has to name at least one of ${available.join(', ')}` };
    if (unknown.length > 0) {
      const near = didYouMean(unknown[0] ?? '', available);
      return { problem: `knows ${available.join(', ')}, not "${unknown.join('", "')}".${near}` };
    }
    return missing.length > 0
      ? { problem: `has no ${missing.join(', ')} yet: there are ${available.join(', ')}` }
      : { value: values };
  };
}

/** A parser of a whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): Read<number> {
  return (text) => {
    const value = Number(text);
    const fits = /^\d+$/.test(text) && value >= least && value <= most;
    return fits ? { value } : { problem: `has to be a whole number from ${least} to ${most}, not "${text}"` };
  };
}

/** Parses a duration such as 30s or 5m into milliseconds. It has a unit: whoever writes 5 rarely means milliseconds. */
export function readDuration(text: string): ReturnType<Read<number>> {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,8})(ms|s|m|h)$/.exec(text) ?? [];
  const value = Number(digits) * (Object.entries(timeUnits).find(([name]) => name === unit)?.[1] ?? 0);
  return value > 0 ? { value } : { problem: `has to be a duration such as 30s, 5m or 1h, not "${text}"` };
}

/** A parser of text that matches a pattern. */
export function patternOf(pattern: RegExp, what: string): Read<string> {
  return (text) => (pattern.test(text) ? { value: text } : { problem: `has to be ${what}, not "${text}"` });
}

/** A parser of any text but an empty one, which is no name of a file or a folder. */
export function nameOf(what: string): Read<string> {
  return patternOf(/\S/, what);
}

/** Parses a switch. */
export function yesOrNo(text: string): ReturnType<Read<boolean>> {
  if (['true', '1', 'yes'].includes(text)) return { value: true };
  return ['false', '0', 'no', ''].includes(text)
    ? { value: false }
    : { problem: `has to be true or false, not "${text}"` };
}
