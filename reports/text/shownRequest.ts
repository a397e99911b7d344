import type { Finding } from '../../harness/record/record.ts';
import { otherCasePlaceholder } from '../reproduce/buildScenario.ts';

/** Stands in a request that people read for the id of the pool with its letters in the other case. */
const otherCase = '{UserPoolId, upper-case letters of its last part in lower case and the other way round}';

/** A request as people read it: a placeholder that nothing explains says what was sent in its place. */
export function shownRequest(request: Finding['request']): Finding['request'] {
  if (typeof request === 'string') return request.replaceAll(otherCasePlaceholder, otherCase);
  return request.UserPoolId === otherCasePlaceholder ? { ...request, UserPoolId: otherCase } : request;
}
