import { editionDates } from '../../specs/edition.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type ClientHabits, findObstacles } from './findObstacles.ts';

// A client of that day knows all members and minds nothing else.
const knowing: ClientHabits = { objection: () => null, onUnknown: 'is unknown', onMissing: null };

/** The date of the first edition that knows all members of a request; null where the oldest does, or none. */
export function apiNeeded(request: JsonObject | string): string | null {
  const found = editionDates.find((date) => findObstacles(request, editionOf(date).input, knowing).length === 0);
  return found === undefined || found === editionDates[0] ? null : found;
}
