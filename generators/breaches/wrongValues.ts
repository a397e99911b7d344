import type { JsonValue } from '../../specs/json.ts';
import type { Shape } from '../../specs/shape.ts';

type Named<Value> = Readonly<Record<string, Value>>;

const wrongTypeSamples = {
  list: ['text'],
  object: { key: 'text' },
  number: 1,
  boolean: true,
  string: 'text',
} as const satisfies Named<JsonValue>;

/** Values that have another JSON type than a shape asks for; the first one reads like the right one, which most careless checks take. */
export function wrongTypes(shape: Shape): Named<JsonValue> {
  const { list, object, number, boolean, string } = wrongTypeSamples;
  switch (shape.type) {
    // Some languages write an empty object as an empty list.
    case 'structure':
      return { 'empty-list': [], string, number };
    case 'map':
      return { string, number, list };
    // Some servers take a list of one without its brackets.
    case 'list':
      return isText(shape.item)
        ? { string: rightSample(shape.item), number, object }
        : { object: rightSample(shape.item), string, number };
    case 'string':
      return { number, list, object, boolean };
    case 'integer':
      return { 'number-in-string': `${shape.max ?? 1}`, list, boolean, string };
    case 'boolean':
      return { 'boolean-in-string': 'true', list, number, string };
  }
}

function isText({ type }: Shape): boolean {
  return type === 'string';
}

/** A value that a shape may well have. */
function rightSample(shape: Shape): JsonValue {
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, rightSample(member)]));
    case 'string':
      return shape.enum?.[0] ?? wrongTypeSamples.string;
    case 'integer':
      return shape.min ?? 1;
    case 'boolean':
      return true;
    case 'list':
      return [];
    case 'map':
      return {};
  }
}

/** Words that an enum almost has, by how they miss it. */
export function nearMissWords(values: readonly string[]): Named<string> {
  const [first = ''] = values;
  const upper = first.toUpperCase();
  const candidates = {
    'near-case': first === upper ? first.toLowerCase() : upper,
    'near-space': `${first} `,
    empty: '',
    unknown: 'SOMETHING_ELSE',
  };
  return Object.fromEntries(Object.entries(candidates).filter(([, word]) => !values.includes(word)));
}

/** How deep the deepest values are: far beyond what anyone writes, and within what every JSON parser takes. */
const depth = 200;

/** Values of another type that are unusual besides: very deep, empty, or an object with the members of every object. */
export function unusualWrongTypes({ type }: Shape): readonly JsonValue[] {
  switch (type) {
    case 'structure':
    case 'map':
    case 'list':
      return ['__proto__', -1];
    case 'string':
    case 'integer':
    case 'boolean':
      return [deepList(), deepObject(), [], {}, [[]], { constructor: 'text', length: 1 }];
  }
}

function deepList(): JsonValue {
  return Array.from({ length: depth }).reduce<JsonValue>((inner) => [inner], []);
}

function deepObject(): JsonValue {
  return Array.from({ length: depth }).reduce<JsonValue>((inner) => ({ a: inner }), {});
}

/** Words that look like a word of an enum to people, or equal it after trimming, case folding or truncation. */
export function lookAlikeWords(word: string): readonly string[] {
  return [
    ` ${word}`,
    `${word}\t`,
    `${word}\n`,
    `${word}\u00A0`,
    `${word}\u200B`,
    `${word}\u0000`,
    `\uFEFF${word}`,
    word.slice(0, -1),
    `${word}${word}`,
    `${word},${word}`,
    word.charAt(0) + word.slice(1).toLowerCase(),
    word.replaceAll('_', '-'),
    word.replaceAll('_', ' '),
    homoglyphs(word),
    fullWidth(word),
  ];
}

const cyrillic: Readonly<Record<string, string>> = { A: 'А', E: 'Е', O: 'О', P: 'Р', T: 'Т', a: 'а', e: 'е', o: 'о' };

function homoglyphs(word: string): string {
  return [...word].map((letter) => cyrillic[letter] ?? letter).join('');
}

function fullWidth(word: string): string {
  return [...word].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');
}
