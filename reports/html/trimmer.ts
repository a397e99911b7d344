import { truncate } from '../../harness/figures/visibleText.ts';

/** Cuts a text to so many characters, or to fewer on a page that holds much. */
export type Trim = (text: string, limit: number) => string;

/** A trim that gives each text this share of its usual room. */
export function trimmer(share: number): Trim {
  return (text, limit) => truncate(text, Math.max(20, Math.round(limit * share)));
}
