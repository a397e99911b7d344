import fc from 'fast-check';
import { isJsonObject, type JsonValue, parsedJson } from '../../../specs/json.ts';

/** What lies in the place of a sound file. */
export interface Damage {
  readonly how: string;
  /** Bytes of a file, or a folder. */
  readonly content: Buffer | 'a folder';
}

type Place = readonly (string | number)[];

/** Ways to damage a file, the same for the same seed: fixed ones, cuts and overwritten bytes, and where it is JSON wrong values. */
export function damagesOf(
  sound: string,
  { seed, drawn }: { readonly seed: number; readonly drawn: number },
): readonly Damage[] {
  const json = parsedJson(sound);
  const places = json === undefined ? [[]] : placesIn(json);
  const bytes = Buffer.from(sound);
  const torn = fc.oneof(
    fc.nat(bytes.length).map((end) => ({ how: `cut after ${end} bytes`, content: bytes.subarray(0, end) })),
    fc.tuple(fc.nat(bytes.length), fc.uint8Array({ minLength: 1, maxLength: 6 })).map(([at, by]) => ({
      how: `other bytes at ${at}`,
      content: Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + by.length)]),
    })),
  );
  const swapped = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...wrongValues)).map(([place, by]) => ({
    how: `${place.join(' › ')} is ${JSON.stringify(by)?.slice(0, 40)}`,
    content: Buffer.from(JSON.stringify(withWrongValue(json ?? null, place, by))),
  }));
  return [
    ...fixedDamages(sound),
    ...(isJsonObject(json) || Array.isArray(json) ? jsonDamages(sound, json) : []),
    ...fc.sample(torn, { seed, numRuns: Math.ceil(drawn / 3) }),
    ...(json === undefined ? [] : fc.sample(swapped, { seed, numRuns: drawn })),
  ];
}

const million = 1_000_000;

/** Damage that asks nothing of the content. */
function fixedDamages(sound: string): readonly Damage[] {
  const texts: Readonly<Record<string, string | Buffer>> = {
    nothing: '',
    'white space': ' \n\t\n',
    null: 'null',
    'a number': '1e999',
    'a text': '"text"',
    'a list': '[]',
    'an object': '{}',
    'a list of lists': '[[[]],[null]]',
    'a page': '<!doctype html><title>404</title>',
    YAML: 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n',
    'zero bytes': Buffer.alloc(5000),
    'no UTF-8': Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0x0a]),
    'UTF-16': Buffer.from(`\uFEFF${sound}`, 'utf16le'),
    'a byte order mark': `\uFEFF${sound}`,
    'an archive': Buffer.from('504b0304140000000800', 'hex'),
    'a line of five megabytes': 'x'.repeat(5 * million),
    'a text of five megabytes': JSON.stringify('y'.repeat(5 * million)),
    'control sequences': '\u001b[2J\u001b]0;owned\u0007{"a":',
    'a depth of a million lists': '['.repeat(million),
    'a depth of 20000 objects': '{"a":'.repeat(20_000) + 1 + '}'.repeat(20_000),
    'twice the content': sound + sound,
    'names of prototypes': '{"__proto__":{"a":1},"constructor":{"prototype":null},"toString":1,"hasOwnProperty":"x"}',
    'names of prototypes in a list': '[{"__proto__":{"a":1},"constructor":1,"toString":null}]',
    'a name of a megabyte': JSON.stringify({ ['n'.repeat(million)]: 1 }),
    'very many members': JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`m${at}`, at]))),
    'very many items': JSON.stringify(Array.from({ length: 20_000 }, () => ({}))),
  };
  const files = Object.entries(texts).map(([how, content]) => ({ how, content: Buffer.from(content) }));
  return [...files, { how: 'a folder', content: 'a folder' }];
}

/** Damage to the root of JSON. */
function jsonDamages(sound: string, json: JsonValue): readonly Damage[] {
  const root = isJsonObject(json) ? json : {};
  const deep = parsedJson('{"a":'.repeat(450) + 1 + '}'.repeat(450)) ?? null;
  const texts: Readonly<Record<string, string>> = {
    'in a list': JSON.stringify([json]),
    'in an object': JSON.stringify({ value: json }),
    'a comma at the end': sound.trimEnd().replace(/[}\]]$/, (end) => `,${end}`),
    'a comment': `// a comment\n${sound}`,
    'every member twice': sound.replaceAll(/("[^"\n]+"\s*:)/g, '$1null,$1'),
    'a version of tomorrow': JSON.stringify({ ...root, version: 99, smithy: '9', openapi: '9.9' }),
    'a member __proto__': sound.replace('{', '{"__proto__":{"x":1},'),
    'a member constructor': sound.replace('{', '{"constructor":{"name":1},"valueOf":1,'),
    'a member that is deep': JSON.stringify({ ...root, deep }),
    'every value deep': JSON.stringify(withEveryValue(json, () => deep)),
    'every value null': JSON.stringify(withEveryValue(json, () => null)),
    'every value a huge number': JSON.stringify(withEveryValue(json, () => 1e308)),
    'every value a zero character': JSON.stringify(withEveryValue(json, () => 'a\u0000b')),
    'every value a text of 100 kilobytes': JSON.stringify(withEveryValue(json, () => 'z'.repeat(100_000))),
  };
  return Object.entries(texts).map(([how, text]) => ({ how, content: Buffer.from(text) }));
}

/** The JSON with another value in the place of every one that is no list and no object. */
function withEveryValue(value: JsonValue, by: () => JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withEveryValue(item, by));
  if (!isJsonObject(value)) return by();
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withEveryValue(member, by)]));
}

const wrongValues: readonly (JsonValue | undefined)[] = [
  undefined,
  null,
  true,
  -1,
  0.5,
  1e308,
  '',
  'unheard-of',
  '\u0000\u001b[31m\ud800',
  '../../../etc/passwd',
  [],
  [null],
  [{}],
  {},
  { a: { b: [1] } },
  { __proto__: null, constructor: 1, toString: null },
  'long '.repeat(20_000),
];

/** The places in a value, the value itself included. */
function placesIn(value: JsonValue, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const entries: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [place, ...entries.flatMap(([name, member]) => placesIn(member, [...place, name]))];
}

/** The value with another in one place; undefined takes it out. */
function withWrongValue(value: JsonValue, [name, ...rest]: Place, by: JsonValue | undefined): JsonValue | undefined {
  if (name === undefined) return by ?? null;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (index === name ? wrongPart(item, rest, by) : item));
    return items.filter((item) => item !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, key === name ? wrongPart(item, rest, by) : item] as const,
  );
  return Object.fromEntries(entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, item]])));
}

function wrongPart(value: JsonValue, rest: Place, by: JsonValue | undefined): JsonValue | undefined {
  return rest.length === 0 ? by : withWrongValue(value, rest, by);
}
