import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { type Answer, isAccepted } from './answer.ts';
import type { Transport } from './sdkTransport.ts';

/** Nothing is sent any more but what takes pools away. */
export class RunClosed extends Error {
  override readonly name = 'RunClosed';
}

/** The pools that a run has made and not yet taken away. */
export interface PoolLedger {
  readonly transport: Transport;
  readonly open: () => readonly string[];
  /** Whether a pool may have been made whose id never came back. */
  readonly lost: () => boolean;
  /** From now on only removals are sent. */
  readonly close: () => void;
}

/** Keeps the books of a transport: which pools were created through it and are still there. `changed` hears of every change. */
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
        if (operation === 'CreateUserPool') {
          const id = isAccepted(answer) ? createdId(answer.body) : undefined;
          lost ||= id === undefined && mayHaveMade(answer);
          if (id !== undefined) open.add(id);
        }
        if (operation === 'DeleteUserPool' && isGone(answer)) open.delete(namedIn(body));
        if (operation === 'CreateUserPool' || operation === 'DeleteUserPool') changed([...open]);
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

// No answer and a fault of the server leave open whether it did what it was asked.
function mayHaveMade(answer: Answer): boolean {
  return answer.kind === 'unanswered' ? answer.why !== 'refused' && answer.why !== 'not-sent' : answer.status >= 500;
}

function isGone(answer: Answer): boolean {
  return isAccepted(answer) || (answer.kind === 'answered' && answer.error === 'ResourceNotFoundException');
}

function namedIn(body: string): string {
  return String((JSON.parse(body) as { readonly UserPoolId?: string }).UserPoolId);
}
