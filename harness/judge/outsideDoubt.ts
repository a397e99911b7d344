import type { JsonValue } from '../../specs/json.ts';
import { outsideResources } from '../../specs/outsideResources.ts';
import { valueAt } from '../oracle/condition.ts';
import type { Answer } from '../transport/answer.ts';

/**
 * Why nobody can say whether a refusal is right: it is about something outside the pool that the request names, such as a role,
 * which a target that looks it up may miss. Undefined for every other answer, and for the error that says anything.
 */
export function outsideDoubt(request: JsonValue | undefined, answer: Answer): string | undefined {
  const error = answer.kind === 'answered' ? answer.error : null;
  if (error === null || error === 'InvalidParameterException') return undefined;
  const named = outsideResources.find(
    ({ member, errors }) => errors.some((name) => name === error) && valueAt(request ?? null, member) !== undefined,
  );
  return named && `${named.member} names ${named.names}, which the target may look up.`;
}
