import { createOperation, deleteOperation, type Operation } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';
import type { Transport } from './transport.ts';

/** How often a target has to hang at a repeated request, too, until it is believed to hang. */
export const repeatedHangs = 2;

/**
 * A transport that sends what was not answered in time once more, alone and with a longer wait: a target that is slow under load
 * is right. One that hangs all the same is waited for no longer after two such requests, one that never answered not at all.
 */
export function patientTransport(transport: Transport): Transport {
  let hasAnswered = false;
  let hangs = 0;
  let lastRepeated: Promise<unknown> = Promise.resolve();
  const repeated = (late: Answer, send: () => Promise<Answer>): Promise<Answer> => {
    const result = lastRepeated.then(async () => {
      if (hangs >= repeatedHangs) return late;
      const answer = await send();
      if (!isLate(answer)) return answer;
      hangs += 1;
      return late;
    });
    lastRepeated = result.catch(() => {});
    return result;
  };
  return {
    sent: transport.sent,
    route: transport.route,
    close: () => transport.close(),
    send: async (operation, body, purpose = 'test', form) => {
      const answer = await transport.send(operation, body, purpose, form);
      hasAnswered ||= answer.kind === 'answered';
      const mayRepeat = hasAnswered && purpose === 'test' && !onceOnly.includes(operation);
      if (!isLate(answer) || !mayRepeat) return answer;
      return repeated(answer, () => transport.send(operation, body, 'repetition', form));
    },
  };
}

// The first request may have been carried out: there would be a second pool, or none to delete.
const onceOnly: readonly Operation[] = [createOperation, deleteOperation];

function isLate(answer: Answer): boolean {
  return answer.kind === 'unanswered' && answer.why === 'timeout';
}
