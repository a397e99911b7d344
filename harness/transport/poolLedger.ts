import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { createOperation, deleteOperation } from '../../specs/operation.ts';
import { type Answer, isAccepted } from './answer.ts';
import type { Transport } from './sdkTransport.ts';

/** The run is over: only requests that delete pools are still sent. */
export class RunClosed extends Error {
  override readonly name = 'RunClosed';
}

/** The pools that a run has created and not yet deleted. */
export interface PoolLedger {
  readonly transport: Transport;
  readonly open: () => readonly string[];
  /** Whether a pool may have been created whose id was never received. */
  readonly lost: () => boolean;
  /** From now on only removals are sent. */
  readonly close: () => void;
}

/** Tracks the pools that were created through a transport and still exist. `changed` is called after every change. */
export function poolLedger(transport: Transport, changed: (open: readonly string[]) => void = () => {}): PoolLedger {
  const open = new Set<string>();
  let lost = false;
  let closed = false;
  return {
    open: () => [...open],
    lost: () => lost,
    close: () => {
      closed = true;
    },
    transport: {
      sent: transport.sent,
      close: () => transport.close(),
      send: async (operation, body, purpose, form) => {
        if (closed && purpose !== 'removal') throw new RunClosed('The run is over.');
        const answer = await transport.send(operation, body, purpose, form);
        if (operation === createOperation) {
          const id = isAccepted(answer) ? createdId(answer.body) : undefined;
          lost ||= id === undefined && mayHaveMade(answer);
          if (id !== undefined) open.add(id);
        }
        if (operation === deleteOperation && isGone(answer)) open.delete(namedIn(body));
        if (operation === createOperation || operation === deleteOperation) changed([...open]);
        return answer;
      },
    },
  };
}

/** The id of the pool that an answer to CreateUserPool shows; some targets call it UserPoolId. */
export function createdId(body: JsonValue | undefined): string | undefined {
  const pool = isJsonObject(body) ? body.UserPool : undefined;
  if (!isJsonObject(pool)) return undefined;
  const id = pool.Id ?? pool.UserPoolId;
  return typeof id === 'string' ? id : undefined;
}

// After no answer or a server fault, the operation may have been carried out.
function mayHaveMade(answer: Answer): boolean {
  return answer.kind === 'unanswered' ? answer.why !== 'refused' && answer.why !== 'not-sent' : answer.status >= 500;
}

function isGone(answer: Answer): boolean {
  return isAccepted(answer) || (answer.kind === 'answered' && answer.error === 'ResourceNotFoundException');
}

function namedIn(body: string): string {
  return String((JSON.parse(body) as { readonly UserPoolId?: string }).UserPoolId);
}
