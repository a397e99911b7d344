import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { JsonValue } from '../specs/json.ts';

/** A JSON Schema of 2020-12, with ajv's `nullable` and `discriminator`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What is wrong in a value, by a schema: sentences without a full stop that begin with the place, `answer.status must be number`;
 * the first problem, or all of them; none where the value fits. `date` and `date-time` are known formats.
 */
export function schemaChecker(schema: JsonSchema, find: 'first' | 'all'): (value: JsonValue) => readonly string[] {
  const fits = (find === 'first' ? firstOnly : allErrors).compile(schema);
  return (value) => (fits(value) ? [] : (fits.errors ?? []).map(problemSentence));
}

const firstOnly = newAjv(false);
const allErrors = newAjv(true);

function newAjv(allErrors: boolean): Ajv2020 {
  // The schemas are our own: compiling the schema of schemas would cost more than all that is checked.
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    discriminator: true,
    allErrors,
  });
  ajv.addFormat('date', isDay);
  ajv.addFormat('date-time', (text) => text.includes('T') && !Number.isNaN(Date.parse(text)));
  return ajv;
}

function problemSentence({ instancePath, message = 'is wrong', keyword, params }: ErrorObject): string {
  const place = placeOf(instancePath);
  if (keyword === 'required') return `${placeOf(`${instancePath}/${params.missingProperty}`)} is missing`;
  if (keyword === 'additionalProperties') return `${place} must not have "${params.additionalProperty}"`;
  if (keyword === 'enum') return `${place} must be one of ${params.allowedValues.map(String).join(', ')}`;
  if (keyword === 'const') return `${place} must be ${JSON.stringify(params.allowedValue)}`;
  if (keyword === 'discriminator') return `${placeOf(`${instancePath}/${params.tag}`)} must be one of the known kinds`;
  return `${place} ${message}`;
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
