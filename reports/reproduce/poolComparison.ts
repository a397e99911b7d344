import type { JsonValue } from '../../specs/json.ts';
import type { PoolCheck } from './check.ts';

/** How a language says what a comparison of two described pools takes. */
export interface ComparisonWords {
  /** "The request was accepted and". */
  readonly acceptedAnd: string;
  readonly isUnread: (pool: string) => string;
  readonly isMissing: (part: string) => string;
  readonly isSame: (left: string, right: string) => string;
  readonly isDifferent: (left: string, right: string) => string;
  readonly literal: (value: JsonValue) => string;
}

/**
 * A condition on the variables `before` and `after`, or `other_before` and `other_after`, read with the script's function `part`;
 * null for what clients that read a pool by its model do not show.
 */
export function poolComparison(check: PoolCheck, words: ComparisonWords): string | null {
  if (check.kind === 'unreadable') return words.isUnread('after');
  const prefix = check.pool === 2 ? 'other_' : '';
  const part = (pool: string) => `part(${prefix}${pool}, ${JSON.stringify(check.member)})`;
  const [old, now] = [part('before'), part('after')];
  switch (check.kind) {
    case 'absent':
      return `${words.acceptedAnd} ${words.isMissing(now)}`;
    case 'unchanged':
      return `${words.acceptedAnd} ${words.isSame(old, now)}`;
    case 'changed':
      return words.isDifferent(old, now);
    case 'shows':
      return `${words.acceptedAnd} ${words.isSame(now, words.literal(check.value))}`;
    case 'backwards':
      return `${now} < ${old}`;
    case 'date-form':
    case 'shown-type':
      return null;
  }
}
