import { followers } from '../../../specs/couplings.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import { withValue } from './applyMirrors.ts';

/** Settings in which every member that follows another one, and is not sent itself, shows the same as that one. */
export function followLeaders(settings: JsonObject, request: JsonObject): JsonObject {
  return followers.reduce((shown, { member, leader }) => {
    const value = valueAt(shown, leader);
    const isFree = valueAt(request, member) === undefined && value !== undefined;
    return isFree ? withValue(shown, member.split('.'), value) : shown;
  }, settings);
}
