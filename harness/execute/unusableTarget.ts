import { asSentence } from '../../specs/asSentence.ts';
import { createOperation, describeOperation, testedOperation } from '../../specs/operation.ts';
import type { TargetIdentity } from '../record/record.ts';
import type { Answer } from '../transport/answer.ts';
import { UserError } from '../userError.ts';
import type { PoolFailure } from './scratchPool.ts';

/** The error of a target that gave no pool, with what to do about it by how it answered. */
export function unusableTarget({ endpoint, id }: TargetIdentity, { answer, failure }: PoolFailure): UserError {
  const place = endpoint ?? id;
  if (endpoint === null && answer.kind === 'unanswered') {
    const problem = `Target ${id} did not answer: ${answer.detail}.`;
    return new UserError(
      'unreachable-target',
      problem,
      'It answers within this process: correct what it throws or returns.',
      3,
    );
  }
  const hint = hintFor(answer);
  return answer.kind === 'unanswered'
    ? new UserError('unreachable-target', `Target did not answer at ${place}: ${answer.detail}.`, hint, 3)
    : new UserError('unusable-target', `Target at ${place} cannot be tested. ${asSentence(failure)}`, hint, 3);
}

function hintFor(answer: Answer): string {
  if (answer.kind === 'unanswered') return connectionHint(answer.detail);
  const { status, headers } = answer;
  if (status >= 300 && status < 400 && headers.location !== undefined) {
    return `It redirects to ${JSON.stringify(headers.location.slice(0, 200))}, and redirects are not followed: give --target the URL of the endpoint itself.`;
  }
  if (status === 401 || status === 403 || status === 407)
    return 'If it wants a key or a password, give it with --header.';
  return `poolproof needs ${createOperation}, ${describeOperation} and ${testedOperation}. Is this the URL of a Cognito endpoint?`;
}

function connectionHint(detail: string): string {
  if (/^CERT_HAS_EXPIRED/.test(detail)) return 'Renew its certificate, or accept any with --insecure.';
  if (/certificate/i.test(detail)) return 'Trust its certificate with --ca, or accept any with --insecure.';
  if (/wrong version number|packet length too long/.test(detail))
    return 'It seems not to speak HTTPS: give --target the URL with http://.';
  return 'Start it, or pick another with --target.';
}
