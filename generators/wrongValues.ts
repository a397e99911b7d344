import type { JsonValue } from '../specs/json.ts';
import type { Shape } from '../specs/shape.ts';

type Named<Value> = Readonly<Record<string, Value>>;

const wrong = {
  list: ['text'],
  object: { key: 'text' },
  number: 1,
  boolean: true,
  string: 'text',
} as const satisfies Named<JsonValue>;

/** Values that certainly have another JSON type than a shape asks for; what a service might convert is left out. */
export function wrongTypes({ type }: Shape): Named<JsonValue> {
  const { list, object, number, boolean, string } = wrong;
  switch (type) {
    case 'structure':
    case 'map':
    case 'list':
      return { string, number };
    case 'string':
      return { list, object, number, boolean };
    case 'integer':
      return { list, object, string };
    case 'boolean':
      return { list, object, string };
  }
}

/** Words that an enum almost has, by how they miss it. */
export function nearMisses(values: readonly string[]): Named<string> {
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
