import type { JsonObject } from '../../specs/json.ts';
import { outsideResources } from '../../specs/outsideResources.ts';
import type { Excuse } from '../execute/caseOutcome.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Answer } from '../transport/answer.ts';

const aboutCredentials = [
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'UnrecognizedClientException',
];

/** A verdict for a refusal by AWS that concerns the account or the credentials; undefined for any other. */
export function excuseRefusal(request: JsonObject | string, answer: Answer): Excuse | undefined {
  const error = answer.kind === 'answered' ? answer.error : null;
  if (error === null) return undefined;
  if (aboutCredentials.includes(error)) return { kind: 'errored', why: `AWS refuses the credentials: ${error}.` };
  const outside = outsideResources.find(
    ({ member, errors }) =>
      // Passing a role or a key needs a permission of its own, which nobody has for another account.
      (error === 'AccessDeniedException' || errors.some((name) => name === error)) &&
      typeof request !== 'string' &&
      valueAt(request, member) !== undefined,
  );
  if (outside !== undefined) {
    return { kind: 'undecided', why: `${outside.member} names ${outside.names}, which this account may lack.` };
  }
  return error === 'AccessDeniedException'
    ? { kind: 'errored', why: 'The credentials lack a permission; "poolproof policy" prints those that a run needs.' }
    : undefined;
}
