import type { JsonObject } from '../../specs/json.ts';
import type { Answer } from '../transport/answer.ts';
import type { Transport } from '../transport/sdkTransport.ts';
import type { PoolCopy } from './poolCopy.ts';
import { type Restored, restorePool } from './restorePool.ts';

/**
 * A transport on which a run finds one pool, which is somebody's: to create it is to bring it back to its copy, to delete it is
 * to give it up. No request that makes or takes away a pool goes through.
 */
export function existingPoolTransport(transport: Transport, copy: PoolCopy): Transport {
  let isTaken = false;
  const created = async (): Promise<Answer> => {
    if (isTaken) return refused('There is one pool, and it is in use.');
    const restored = await restorePool(transport, copy);
    if (restored.differences.length > 0) return refused(`The pool cannot be brought back: ${toldOf(restored)}`);
    isTaken = true;
    return answered(200, { UserPool: copy.pool });
  };
  return {
    sent: transport.sent,
    close: () => transport.close(),
    send: async (operation, body, purpose, form) => {
      if (operation === 'CreateUserPool') return created();
      if (operation !== 'DeleteUserPool') return transport.send(operation, body, purpose, form);
      isTaken = false;
      return answered(200, {});
    },
  };
}

/** What differs and why, in a few words. */
export function toldOf({ differences, troubles }: Restored): string {
  const members = differences.map(({ member }) => member).filter((member) => member !== '');
  const apart = members.length === 0 ? [] : [`${members.join(', ')} ${members.length === 1 ? 'differs' : 'differ'}`];
  return [...apart, ...troubles].join('; ');
}

function refused(message: string): Answer {
  return answered(400, { __type: 'LimitExceededException', message });
}

function answered(status: number, body: JsonObject): Answer {
  const { __type: error = null, message = null } = body as { readonly __type?: string; readonly message?: string };
  return { kind: 'answered', status, headers: {}, text: JSON.stringify(body), body, error, message, ms: 0 };
}
