import { readFileSync, statSync } from 'node:fs';
import { isJsonObject, type JsonObject, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { nestingDepth } from '../transport/readAnswer.ts';
import { UserError } from '../userError.ts';
import { botocore } from './botocore.ts';
import { editionFormat, readEditionFile } from './editionFile.ts';
import type { FormReading, ImportedEdition, ModelForm } from './modelSource.ts';
import { openApi } from './openApi.ts';
import { smithy } from './smithy.ts';

/** The service's own models have about one megabyte. */
const largest = 32 * 1024 * 1024;

/** Deeper JSON is no model: the deepest published one has about twenty levels. */
const deepest = 200;

const hint =
  'Give a Smithy JSON AST, a service-2.json of botocore or an OpenAPI document of Amazon Cognito user pools.';

/** Reads the contract from a model file of any form; throws a UserError that names every problem of the file. */
export function importEdition(path: string): ImportedEdition {
  const model = jsonOf(path);
  const form = modelFormOf(model);
  if (form === undefined) throw new UserError('foreign-model', `"${path}" is in no form of model that is known.`, hint);
  const reading = readers[form](model);
  if (typeof reading === 'string') throw new UserError('foreign-model', `"${path}" cannot be used. ${reading}.`, hint);
  const { rows, errors, problems } = reading;
  if (problems.length > 0) throw unreadable(path, problems);
  if (Object.keys(rows).length === 0) throw unreadable(path, [`${testedOperation} has no members.`]);
  return { form, source: path, errors, rows };
}

const readers: Readonly<Record<ModelForm, (model: JsonObject) => FormReading | string>> = {
  botocore,
  smithy,
  openapi: openApi,
  rows: readEditionFile,
};

function modelFormOf(model: JsonObject): ModelForm | undefined {
  if (ownMember(model, 'format') === editionFormat) return 'rows';
  if (ownMember(model, 'smithy') !== undefined) return 'smithy';
  if (ownMember(model, 'openapi') !== undefined) return 'openapi';
  return ownMember(model, 'operations') !== undefined && ownMember(model, 'shapes') !== undefined
    ? 'botocore'
    : undefined;
}

function unreadable(path: string, problems: readonly string[]): UserError {
  const listed = problems.slice(0, 10).map((problem) => `\n  ${problem}`);
  const rest = problems.length > 10 ? `\n  and ${problems.length - 10} more` : '';
  return new UserError('broken-model', `"${path}" cannot be read as a contract:${listed.join('')}${rest}`, hint);
}

function jsonOf(path: string): JsonObject {
  const text = readModelText(path);
  if (nestingDepth(text) > deepest) {
    throw new UserError('broken-model', `"${path}" is nested more than ${deepest} levels deep and is not read.`, hint);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError('broken-model', `"${path}" is not JSON: ${why}.`, hint);
  }
  if (isJsonObject(value)) return value;
  throw new UserError('foreign-model', `"${path}" holds no JSON object.`, hint);
}

function readModelText(path: string): string {
  let size: number;
  let text: string;
  try {
    size = statSync(path).size;
    text = size > largest ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      'no-model',
      `"${path}" cannot be read: ${error instanceof Error ? error.message : error}.`,
      hint,
    );
  }
  if (size <= largest) return text.replace(/^\uFEFF/, '');
  const megabytes = Math.round(size / 1024 / 1024);
  throw new UserError('broken-model', `"${path}" has ${megabytes} MB and is not read: a model has about one.`, hint);
}
