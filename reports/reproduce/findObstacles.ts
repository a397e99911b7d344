import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { Shape, StructureShape } from '../../specs/shape.ts';

/** What a client does to requests on its own side. */
export interface ClientHabits {
  /** What it does to a value of this shape, its children apart; null where it sends it unchanged. */
  readonly objection: (value: JsonValue, shape: Shape) => string | null;
  /** What it does to a member that the contract does not have. */
  readonly onUnknown: string;
  /** What it does where a required member is missing; null where it does not mind. */
  readonly onMissing: string | null;
}

/** Sentences on everything that keeps a client from sending a request as it stands; none where nothing does. */
export function findObstacles(
  request: JsonObject | string,
  input: StructureShape,
  client: ClientHabits,
): readonly string[] {
  if (typeof request === 'string') return ['The body is not a JSON object, and this client sends nothing else.'];
  return valueObstacles('', request, input, client);
}

function valueObstacles(at: string, value: JsonValue, shape: Shape, client: ClientHabits): readonly string[] {
  const why = client.objection(value, shape);
  return [...(why === null ? [] : [`${at} ${why}.`]), ...childObstacles(at, value, shape, client)];
}

function childObstacles(at: string, value: JsonValue, shape: Shape, client: ClientHabits): readonly string[] {
  switch (shape.type) {
    case 'structure':
      return isJsonObject(value) ? structureObstacles(at, value, shape, client) : [];
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item: JsonValue, index) => valueObstacles(`${at}[${index}]`, item, shape.item, client))
        : [];
    case 'map':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, entry]) => [
            ...valueObstacles(`A key of ${at}`, key, shape.key, client),
            ...valueObstacles(`A value of ${at}`, entry, shape.value, client),
          ])
        : [];
    case 'string':
    case 'integer':
    case 'boolean':
      return [];
  }
}

function structureObstacles(
  at: string,
  value: JsonObject,
  shape: StructureShape,
  client: ClientHabits,
): readonly string[] {
  const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const missing = shape.required.filter((name) => client.onMissing !== null && !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${place(name)} ${client.onMissing}.`),
    ...Object.entries(value).flatMap(([name, child]) => {
      const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      return known === undefined
        ? [`${place(name)} ${client.onUnknown}.`]
        : valueObstacles(place(name), child, known, client);
    }),
  ];
}
