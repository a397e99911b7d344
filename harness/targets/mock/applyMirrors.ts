import { mirrors } from '../../../specs/couplings.ts';
import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';

/**
 * Settings in which every pair of mirrored members says the same: an old verification message and its place in the template
 * are one text under two names. What the request says in the template wins; what it says in neither is as the older member.
 */
export function applyMirrors(settings: JsonObject, request: JsonObject, { input }: Edition): JsonObject {
  return mirrors.reduce((shown, { members: [inTemplate, older] }) => {
    if (!Object.hasOwn(input.members, older)) return shown;
    const text = valueAt(request, inTemplate) ?? valueAt(request, older) ?? valueAt(shown, older);
    return withValue(withValue(shown, [older], text), inTemplate.split('.'), text);
  }, settings);
}

/** A copy with another value in one place; undefined takes the member away. */
export function withValue(object: JsonObject, path: readonly string[], value: JsonValue | undefined): JsonObject {
  const [name = '', ...below] = path;
  if (value === undefined && !Object.hasOwn(object, name)) return object;
  const { [name]: old, ...others } = object;
  const inner = isJsonObject(old) ? old : {};
  const next = below.length === 0 ? value : withValue(inner, below, value);
  return next === undefined ? others : { ...others, [name]: next };
}
