import type { Contract } from '../../specs/contract.ts';
import { openTarget, type Target, type TargetSettings } from '../targets/target.ts';
import { UserError } from '../userError.ts';
import { mswPrefix, mswTarget } from './mswTarget.ts';

/** The target that a setting names, msw handlers included; a record cannot be sent to and is refused. */
export async function openReplayTarget(settings: TargetSettings, contract: Contract): Promise<Target> {
  const { target } = settings;
  if (target.startsWith(mswPrefix)) return mswTarget(settings);
  if (!target.endsWith('.jsonl')) return openTarget(settings, contract);
  throw new UserError(
    'wrong-target',
    `"${target}" is a record, and nothing can be sent to it.`,
    'Give "mock", a URL or a file of msw handlers.',
  );
}
