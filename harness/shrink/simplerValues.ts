import type { JsonObject, JsonValue } from '../../specs/json.ts';

/** Whether a value in place of the one there could still show the deviation: asked of the oracle, which costs no request. */
export type MayShow = (value: JsonValue) => boolean;

/**
 * Values that say less than this one, the smallest first: strings towards the shortest, numbers towards the bound, lists and
 * maps to the fewest entries. Those that could not show the deviation may be among them. Each is made when it is asked for, because
 * the first will mostly do, and looking for the others asks the oracle again and again.
 */
export function simplerValues(value: JsonValue, mayShow: MayShow): Iterable<JsonValue> {
  if (typeof value === 'string') return withoutDuplicates(value, strings(value, mayShow));
  if (typeof value === 'number') return withoutDuplicates(value, numbers(value, mayShow));
  if (Array.isArray(value)) return withoutDuplicates<JsonValue>(value, lists(value, mayShow));
  return [];
}

/** Maps with fewer entries, and with plain keys and values. */
export function simplerMaps(map: JsonObject, mayShow: MayShow): Iterable<JsonObject> {
  return withoutDuplicates(map, maps(map, mayShow));
}

function* maps(map: JsonObject, mayShow: MayShow): Generator<JsonObject, void> {
  const entries = Object.entries(map);
  for (const some of parts(entries, (few) => mayShow(Object.fromEntries(few)))) yield Object.fromEntries(some);
  const emptied = entries.map(([key, value]) => [key, typeof value === 'string' ? '' : value] as const);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) {
    const [name, value] = only;
    const keys = strings(name, (key) => mayShow({ [String(key)]: value }));
    for (const key of withoutDuplicates(name, keys)) yield { [key]: value };
  } else {
    yield Object.fromEntries(emptied.map(([, value], index) => [plainKey(index), value]));
  }
  yield Object.fromEntries(emptied);
}

function plainKey(index: number): string {
  return index < letters.length ? letters.charAt(index) : `${letters.charAt(index % letters.length)}${index}`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function* strings(value: string, mayShow: MayShow): Generator<string, void> {
  const characters = [...value];
  const least = fewest(characters.length, (count) => mayShow(plain(count)));
  if (least !== undefined) yield plain(least);
  if (value.length > 1) yield* strangeAmong(characters);
  const join = (some: readonly string[]) => some.join('');
  for (const some of parts(characters, (part) => mayShow(join(part)))) yield join(some);
}

function strangeAmong(characters: readonly string[]): readonly string[] {
  return [...new Set(characters)].filter((one) => !/[A-Za-z0-9]/.test(one)).slice(0, 4);
}

function plain(count: number): string {
  return 'a'.repeat(count);
}

function* lists(items: readonly JsonValue[], mayShow: MayShow): Generator<readonly JsonValue[], void> {
  if (items.length > 1) yield* items.slice(0, 4).map((item) => [item]);
  yield* parts(items, (some) => mayShow(some));
}

function* numbers(value: number, mayShow: MayShow): Generator<number, void> {
  if (!Number.isInteger(value)) return;
  // What is too small is made as large as it may be, so that it stands at its bound.
  const isTooSmall = value <= 0 && !mayShow(value + 2 ** 31);
  const room = isTooSmall ? fewest(2 ** 31, (count) => !mayShow(value + count)) : undefined;
  if (room !== undefined) yield value + room - 1;
  const size = Math.min(Math.abs(value), 2 ** 31);
  const nearest = fewest(size, (count) => mayShow(Math.sign(value) * count));
  if (nearest !== undefined) yield Math.sign(value) * nearest;
}

/** Parts of a row: as short as the oracle allows, then its halves, then without one end or the other. */
function* parts<T>(row: readonly T[], mayShow: (some: readonly T[]) => boolean): Generator<readonly T[], void> {
  const { length } = row;
  if (length === 0) return;
  const least = fewest(length, (count) => mayShow(row.slice(0, count)));
  if (least !== undefined) yield row.slice(0, least);
  const half = length >> 1;
  const quarter = length >> 2;
  if (half > 0) yield* [row.slice(0, half), row.slice(half)];
  if (quarter > 0) yield* [row.slice(0, length - quarter), row.slice(quarter)];
  yield* [row.slice(0, -1), row.slice(1)];
}

/** The least count that holds, where a count that holds holds for all above it; undefined where not even the most does. */
function fewest(most: number, holds: (count: number) => boolean): number | undefined {
  if (!holds(most)) return undefined;
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function* withoutDuplicates<T>(value: T, others: Iterable<T>): Generator<T, void> {
  const seen = new Set([JSON.stringify(value)]);
  for (const other of others) {
    const key = JSON.stringify(other);
    if (seen.has(key)) continue;
    seen.add(key);
    yield other;
  }
}
