import { UserError } from '../userError.ts';

/** The value of an option that is a whole number; throws a UserError for another text. */
export function numberOption(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError('wrong-setting', `${name} must be a whole number, not "${text}".`, 'See --help.');
}

/** The value of an option that is a number above zero; throws a UserError for another text. */
export function countOption(name: string, text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw new UserError('wrong-setting', `${name} must be a whole number above 0, not "${text}".`, 'See --help.');
}

/** The value of an option that is one of some words; throws a UserError for another text. */
export function wordOption<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === text);
  if (word !== undefined) return word;
  throw new UserError('wrong-setting', `${name} must be one of ${words.join(', ')}, not "${text}".`, 'See --help.');
}
