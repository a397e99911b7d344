import { amzTarget, signingName, testedOperation } from '../../specs/operation.ts';

/** The options of curl that sign a request, as one line of a shell. */
export function signingOptions(region: string): string {
  return `--aws-sigv4 "aws:amz:${region}:${signingName}" --user "$user"`;
}

/** What X-Amz-Target says for the operation under test; scripts that send it otherwise write it out. */
export const usualTarget = amzTarget(testedOperation);
