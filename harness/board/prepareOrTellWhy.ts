import { messageOf } from '../session/messageOf.ts';
import type { BoardTarget } from './boardTarget.ts';
import { type PreparedTarget, type PrepareSettings, prepareTarget } from './prepareTarget.ts';

/** Prepares a target. What goes wrong unexpectedly, such as an installation that is torn, makes it unavailable and ends nothing else. */
export async function prepareOrTellWhy(target: BoardTarget, settings: PrepareSettings): Promise<PreparedTarget> {
  try {
    return await prepareTarget(target, settings);
  } catch (error) {
    return { kind: 'unavailable', target, version: null, newest: null, reason: messageOf(error) };
  }
}
