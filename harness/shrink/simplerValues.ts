import type { JsonObject, JsonValue } from '../../specs/json.ts';

/** Whether a value in place of the one there could still show the deviation: asked of the oracle, which costs no request. */
export type MayShow = (value: JsonValue) => boolean;

/**
 * Values that say less than this one, the smallest first: strings towards the shortest, numbers towards the bound, lists and
 * maps to the fewest entries. Those that could not show the deviation may be among them.
 */
export function simplerValues(value: JsonValue, mayShow: MayShow): readonly JsonValue[] {
  if (typeof value === 'string') return strings(value, mayShow);
  if (typeof value === 'number') return numbers(value, mayShow);
  if (Array.isArray(value)) return lists(value, mayShow);
  return [];
}

/** Maps with fewer entries, and with plain keys and values. */
export function simplerMaps(map: JsonObject, mayShow: MayShow): readonly JsonObject[] {
  const entries = Object.entries(map);
  const fewer = parts(entries, (some) => mayShow(Object.fromEntries(some))).map((some) => Object.fromEntries(some));
  const emptied = entries.map(([key, value]) => [key, typeof value === 'string' ? '' : value] as const);
  const [only] = entries;
  const keys =
    entries.length === 1 && only !== undefined
      ? strings(only[0], (key) => mayShow({ [String(key)]: only[1] })).map((key) => ({ [key]: only[1] }))
      : [Object.fromEntries(emptied.map(([, value], index) => [plainKey(index), value]))];
  return withoutDuplicates(map, [...fewer, ...keys, Object.fromEntries(emptied)]);
}

function plainKey(index: number): string {
  return index < letters.length ? letters.charAt(index) : `${letters.charAt(index % letters.length)}${index}`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function strings(value: string, mayShow: MayShow): readonly string[] {
  const characters = [...value];
  const join = (some: readonly string[]) => some.join('');
  const least = fewest(characters.length, (count) => mayShow(plain(count)));
  const strange = [...new Set(characters)].filter((one) => !/[A-Za-z0-9]/.test(one)).slice(0, 4);
  const some = parts(characters, (part) => mayShow(join(part))).map(join);
  return withoutDuplicates(value, [
    ...(least === undefined ? [] : [plain(least)]),
    ...(value.length > 1 ? strange : []),
    ...some,
  ]);
}

function plain(count: number): string {
  return 'a'.repeat(count);
}

function lists(items: readonly JsonValue[], mayShow: MayShow): readonly JsonValue[] {
  const singles = items.length > 1 ? items.slice(0, 4).map((item) => [item]) : [];
  return withoutDuplicates<JsonValue>(items, [...singles, ...parts(items, (some) => mayShow(some))]);
}

function numbers(value: number, mayShow: MayShow): readonly number[] {
  if (!Number.isInteger(value)) return [];
  const size = Math.min(Math.abs(value), 2 ** 31);
  const nearest = fewest(size, (count) => mayShow(Math.sign(value) * count));
  // What is too small is made as large as it may be, so that it stands at its bound.
  const room = mayShow(value + 2 ** 31) ? undefined : fewest(2 ** 31, (count) => !mayShow(value + count));
  const atBound = room === undefined || value > 0 ? [] : [value + room - 1];
  return withoutDuplicates(value, [...atBound, ...(nearest === undefined ? [] : [Math.sign(value) * nearest])]);
}

/** Parts of a row: as short as the oracle allows, then its halves, then without one end or the other. */
function parts<T>(row: readonly T[], mayShow: (some: readonly T[]) => boolean): readonly (readonly T[])[] {
  const { length } = row;
  if (length === 0) return [];
  const least = fewest(length, (count) => mayShow(row.slice(0, count)));
  const half = length >> 1;
  const quarter = length >> 2;
  return [
    ...(least === undefined ? [] : [row.slice(0, least)]),
    ...(half > 0 ? [row.slice(0, half), row.slice(half)] : []),
    ...(quarter > 0 ? [row.slice(0, length - quarter), row.slice(quarter)] : []),
    row.slice(0, -1),
    row.slice(1),
  ];
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

function withoutDuplicates<T>(value: T, others: readonly T[]): readonly T[] {
  const seen = new Set([JSON.stringify(value)]);
  return others.filter((other) => {
    const key = JSON.stringify(other);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
