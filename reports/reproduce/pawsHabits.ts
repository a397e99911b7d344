import { isOfType } from '../../specs/isOfType.ts';
import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import type { ClientHabits } from './findObstacles.ts';

/** paws: refuses unknown members, leaves out what is empty, and writes every value as the type it expects. */
export const pawsHabits: ClientHabits = {
  objection: (value, { type }) => {
    if (isEmptyInR(value)) return 'is empty, and this client leaves it out';
    if (typeof value === 'string' && isBeyondR(value)) return 'holds characters that this client does not carry over';
    return isOfType(value, type) ? null : `is no ${type}, and this client converts it`;
  },
  onUnknown: 'is unknown to this client, which refuses it',
  onMissing: null,
};

function isEmptyInR(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isEmptyInR);
  return isJsonObject(value) && Object.values(value).every(isEmptyInR);
}

// R has no NUL and no lone surrogates; other controls are rewritten on the way.
function isBeyondR(text: string): boolean {
  return /[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text);
}
