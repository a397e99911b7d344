import { UserError } from '../userError.ts';

/** Refuses a record as the target of a command that has to send requests. `others` names what can be given. */
export function refuseRecordTarget(target: string, others: string): void {
  if (!target.endsWith('.jsonl')) return;
  throw new UserError('wrong-target', `"${target}" is a record, and nothing can be sent to it.`, `Give ${others}.`);
}
