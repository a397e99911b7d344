import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';
import { givenValue } from '../specs/givenValue.ts';
import type { JsonValue } from '../specs/json.ts';

/** A JSON Schema of 2020-12, with ajv's `nullable` and `discriminator`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What is wrong in a value, by a schema: sentences without a full stop that begin with the place, `answer.status must be a number, not "x"`;
 * the first problem, or all of them; none where the value fits. `date` and `date-time` are known formats. A schema is compiled
 * when it is first used.
 */
export function schemaProblems(schema: JsonSchema, value: JsonValue, find: 'first' | 'all'): readonly string[] {
  checkers[find] ??= newAjv(find === 'all');
  const fits = checkers[find].compile(schema);
  return fits(value) ? [] : (fits.errors ?? []).map(problemSentence);
}

const checkers: { first?: Ajv2020; all?: Ajv2020 } = {};

function newAjv(allErrors: boolean): Ajv2020 {
  // Loaded where a value is checked: most runs read no file of others.
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  // The schemas are our own: compiling the schema of schemas would cost more than all that is checked.
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    discriminator: true,
    verbose: true,
    allErrors,
  });
  ajv.addFormat('date', isDay);
  ajv.addFormat('date-time', (text) => text.includes('T') && !Number.isNaN(Date.parse(text)));
  return ajv;
}

function problemSentence(error: ErrorObject): string {
  const { instancePath, keyword, params, data } = error;
  if (keyword === 'required') return `${placeOf(`${instancePath}/${params.missingProperty}`)} is missing`;
  if (keyword === 'additionalProperties')
    return `${placeOf(instancePath)} must not have "${params.additionalProperty}"`;
  const place = placeOf(keyword === 'discriminator' ? `${instancePath}/${params.tag}` : instancePath);
  return `${place} must ${demandOf(error)}, not ${givenValue(keyword === 'discriminator' ? params.tagValue : data)}`;
}

const forms: Readonly<Record<string, string>> = {
  date: 'a date such as 2027-01-31',
  'date-time': 'a time such as 2027-01-31T12:00:00Z',
};

const types: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function demandOf({ keyword, params, message = 'be otherwise' }: ErrorObject): string {
  if (keyword === 'enum') return `be one of ${params.allowedValues.map(String).join(', ')}`;
  if (keyword === 'const') return `be ${JSON.stringify(params.allowedValue)}`;
  if (keyword === 'discriminator') return 'be one of the known kinds';
  if (keyword === 'format') return `be ${forms[params.format] ?? params.format}`;
  if (keyword === 'minLength') return 'not be empty';
  if (keyword === 'type')
    return `be ${[params.type]
      .flat()
      .map((type) => types[type] ?? type)
      .join(' or ')}`;
  return message.replace(/^must /, '');
}

/** `/findings/0/case` as `findings[0].case`; of a name, any part that is no plain word is quoted. */
function placeOf(pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const place = parts.map((part) =>
    /^\d+$/.test(part) ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`,
  );
  return place.join('').replace(/^\./, '') || 'it';
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // Date.parse accepts the 30th of February as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
