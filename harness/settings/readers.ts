/** Reads the text of a setting: its value, or what is wrong with it. */
export type Read<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** One of some words. */
export function oneOf<T extends string>(values: readonly T[]): Read<T> {
  return (text) => {
    const value = values.find((one) => one === text);
    return value === undefined ? { problem: `has to be one of ${values.join(', ')}, not "${text}"` } : { value };
  };
}

/** Some of some words, with commas between them; known words that are not available yet are told apart. */
export function listOf<T extends string>(known: readonly T[], available: readonly T[]): Read<readonly T[]> {
  return (text) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const values = known.filter((name) => names.includes(name));
    const strange = names.filter((name) => !known.some((one) => one === name));
    const missing = values.filter((name) => !available.includes(name));
    if (names.length === 0) return { problem: `has to name at least one of ${available.join(', ')}` };
    if (strange.length > 0) return { problem: `knows ${available.join(', ')}, not "${strange.join('", "')}"` };
    return missing.length > 0
      ? { problem: `has no ${missing.join(', ')} yet: there are ${available.join(', ')}` }
      : { value: values };
  };
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Read<number> {
  return (text) => {
    const value = Number(text);
    const fits = /^\d+$/.test(text) && value >= least && value <= most;
    return fits ? { value } : { problem: `has to be a whole number from ${least} to ${most}, not "${text}"` };
  };
}

/** Text of some form. */
export function patternOf(pattern: RegExp, what: string): Read<string> {
  return (text) => (pattern.test(text) ? { value: text } : { problem: `has to be ${what}, not "${text}"` });
}

/** A switch. */
export function yesOrNo(text: string): ReturnType<Read<boolean>> {
  if (['true', '1', 'yes'].includes(text)) return { value: true };
  return ['false', '0', 'no', ''].includes(text)
    ? { value: false }
    : { problem: `has to be true or false, not "${text}"` };
}
