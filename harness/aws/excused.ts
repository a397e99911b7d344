import type { JsonObject } from '../../specs/json.ts';
import { outsideResources } from '../../specs/outsideResources.ts';
import type { Excuse } from '../execute/runUpdate.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Answer } from '../transport/answer.ts';

const aboutCredentials = [
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'UnrecognizedClientException',
];

/** What a refusal by AWS says of the account or the credentials rather than of the operation; undefined where it does not. */
export function excused(request: JsonObject | string, answer: Answer): Excuse | undefined {
  const error = answer.kind === 'answered' ? answer.error : null;
  if (error === null) return undefined;
  if (aboutCredentials.includes(error)) return { kind: 'errored', why: `AWS does not take the credentials: ${error}.` };
  const outside = outsideResources.find(
    ({ member, errors }) =>
      // To name a role or a key takes a right of its own, which nobody has on those of another account.
      (error === 'AccessDeniedException' || errors.some((name) => name === error)) &&
      typeof request !== 'string' &&
      valueAt(request, member) !== undefined,
  );
  if (outside !== undefined) {
    return { kind: 'undecided', why: `${outside.member} names ${outside.names}, which this account may lack.` };
  }
  return error === 'AccessDeniedException'
    ? { kind: 'errored', why: 'The credentials lack a right; "poolproof policy" prints those that a run needs.' }
    : undefined;
}
