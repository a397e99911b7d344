import type { Operation } from '../../specs/operation.ts';
import { isUnimplemented } from '../judge/judge.ts';
import type { Answer } from '../transport/answer.ts';

const denials = [
  /\b(unknown|unsupported|unrecogni[sz]ed|unimplemented|invalid|no such) (\w+ ){0,3}(action|operation|method|command)\b/i,
  /\bnot (yet |currently )?(implemented|supported)\b/i,
];

/** Whether a target says that it does not have an operation, of which it was sent a plain valid request: by an error or in words. */
export function deniesOperation(answer: Answer, operation: Operation): boolean {
  if (isUnimplemented(answer)) return true;
  if (answer.kind !== 'answered' || answer.error === null) return false;
  if (answer.error === 'InvalidAction') return true;
  const { message } = answer;
  return message?.includes(operation) === true && denials.some((words) => words.test(message));
}
