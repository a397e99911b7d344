import type { JsonObject } from '../../specs/json.ts';
import { createOperation, deleteOperation } from '../../specs/operation.ts';
import type { Answer } from '../transport/answer.ts';
import type { Transport } from '../transport/transport.ts';
import type { PoolCopy } from './poolCopy.ts';
import { type Restored, restorePool } from './restorePool.ts';

/**
 * A transport that gives a run one existing pool: creating it restores it from its copy, deleting it releases it. No request
 * that creates or deletes a pool reaches the target.
 */
export function existingPoolTransport(transport: Transport, copy: PoolCopy): Transport {
  let isTaken = false;
  const created = async (): Promise<Answer> => {
    if (isTaken) return refusedLocally('There is one pool, and it is in use.');
    const restored = await restorePool(transport, copy);
    if (restored.differences.length > 0)
      return refusedLocally(`The pool cannot be restored: ${describeDifferences(restored)}`);
    isTaken = true;
    return answeredLocally(200, { UserPool: copy.pool });
  };
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: async (operation, body, purpose, form) => {
      if (operation === createOperation) return created();
      if (operation !== deleteOperation) return transport.send(operation, body, purpose, form);
      isTaken = false;
      return answeredLocally(200, {});
    },
  };
}

/** What differs and why, for messages. */
export function describeDifferences({ differences, problems }: Restored): string {
  const members = differences.map(({ member }) => member).filter((member) => member !== '');
  const apart = members.length === 0 ? [] : [`${members.join(', ')} ${members.length === 1 ? 'differs' : 'differ'}`];
  return [...apart, ...problems].join('; ');
}

// No error of the service: whoever creates pools would wait for its limit to pass.
function refusedLocally(message: string): Answer {
  return answeredLocally(400, { __type: 'NoFurtherPool', message });
}

function answeredLocally(status: number, body: JsonObject): Answer {
  const { __type: error = null, message = null } = body as { readonly __type?: string; readonly message?: string };
  return { kind: 'answered', status, headers: {}, text: JSON.stringify(body), body, error, message, ms: 0 };
}
