import type { Finding } from '../../harness/record/record.ts';

/** What a finding expected, for a place that has the word "expected" as its label and shows the rule beside it: without the two. */
export function expectedResult({ says, expected }: Pick<Finding, 'says' | 'expected'>): string {
  const result = expected.startsWith(says) ? expected.slice(says.length).trim() : expected;
  return result.replace(/(^|\. )Expected (?!.*\bExpected )/s, '$1') || expected;
}
