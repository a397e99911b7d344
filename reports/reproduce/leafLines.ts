import { isJsonObject, type JsonValue } from '../../specs/json.ts';

/**
 * A value as one line for each leaf, sorted, as the shell helper `flat` prints a JSON text: `Policies.PasswordPolicy.MinimumLength = 8`,
 * `AliasAttributes[0] = "email"`, `UserPoolTags = {}`.
 */
export function leafLines(path: string, value: JsonValue): readonly string[] {
  return leaves(path, value).toSorted((left, right) => (left < right ? -1 : 1));
}

function leaves(path: string, value: JsonValue): readonly string[] {
  const children = entriesBelow(path, value);
  return children.length === 0
    ? [`${path} = ${JSON.stringify(value)}`]
    : children.flatMap(([place, child]) => leaves(place, child));
}

function entriesBelow(path: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (Array.isArray(value)) return value.map((item: JsonValue, index) => [`${path}[${index}]`, item]);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, child]) => [
    `${path === '' ? '' : `${path}.`}${JSON.stringify(name).slice(1, -1)}`,
    child,
  ]);
}
