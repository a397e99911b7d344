import { isJsonObject, type JsonValue, ownMember } from '../../specs/json.ts';

/**
 * Whether two values of a pool say the same. A member that is not shown, null, an empty list and an empty object are one:
 * the service shows one or the other for the same state.
 */
export function sameShown(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameShown(item, right[index]));
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const isSameIn = (name: string) => sameShown(ownMember(left, name), ownMember(right, name));
  return (
    Object.keys(left).every(isSameIn) &&
    Object.keys(right).every((name) => Object.hasOwn(left, name) || isEmpty(ownMember(right, name)))
  );
}

/** Whether a value shows nothing: absent, null, or a container with nothing but such values in it. */
export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.values(value).every(isEmpty);
}
