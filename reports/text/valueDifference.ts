import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/** One place within a value that is gone, new, or another; what is the same in both is only counted. */
export interface Change {
  readonly path: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** Where two values differ, by their innermost places, and in how many places they are the same. */
export function valueDifference(
  before: JsonValue,
  after: JsonValue,
): { readonly changes: readonly Change[]; readonly same: number } {
  const [left, right] = [leafValues('', before), leafValues('', after)];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  const isSame = (path: string): boolean => JSON.stringify(left.get(path)) === JSON.stringify(right.get(path));
  const changes = paths
    .filter((path) => !isSame(path))
    .map((path) => ({ path, before: left.get(path), after: right.get(path) }));
  return { changes, same: paths.length - changes.length };
}

function leafValues(path: string, value: JsonValue): ReadonlyMap<string, JsonValue> {
  if (value === null && path === '') return new Map();
  const entries = Array.isArray(value)
    ? value.map((item: JsonValue, index): readonly [string, JsonValue] => [`${path}[${index}]`, item])
    : isJsonObject(value)
      ? Object.entries(value).map(([name, child]): readonly [string, JsonValue] => [
          path === '' ? name : `${path}.${name}`,
          child,
        ])
      : [];
  if (entries.length === 0) return new Map([[path, value]]);
  return new Map(entries.flatMap(([place, child]) => [...leafValues(place, child)]));
}
