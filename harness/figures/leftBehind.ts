import { plural } from '../../specs/plural.ts';
import { shellQuote } from '../../specs/shellQuote.ts';
import type { GateLine, LeftBehind } from '../record/record.ts';
import { oneLine } from './visibleText.ts';

/** Whether a run left something behind that is its fault or its target's, and that somebody has to put in order. */
export function isLeftBehind({ notDeleted = [], undeletable, notRestored }: LeftBehind): boolean {
  return notRestored !== undefined || (notDeleted.length > 0 && undeletable !== true);
}

/** What a run left behind, in a sentence or two; empty if nothing. */
export function leftBehindSentence({ notDeleted = [], undeletable, notRestored }: LeftBehind): string {
  const count = plural(notDeleted.length, 'user pool');
  const ids = oneLine(notDeleted.join(', '), 300);
  const why = undeletable ? 'remain, since the target has no DeleteUserPool' : 'could not be deleted';
  const pools = notDeleted.length === 0 ? [] : [`${count} of the run ${why}: ${ids}.`];
  const restored =
    notRestored === undefined
      ? []
      : [
          `The existing user pool ${oneLine(notRestored.pool, 60)} could not be restored: run "poolproof restore ${shellQuote(notRestored.copy)}".`,
        ];
  return [...pools, ...restored].join(' ');
}

/** The part of a gate that names what a run left behind. */
export function leftBehindInGate(left: LeftBehind): Pick<GateLine, 'leftBehind'> {
  return isLeftBehind(left) ? { leftBehind: leftBehindSentence(left) } : {};
}
