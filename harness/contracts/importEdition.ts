import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonObject, ownMember } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { inputJson } from '../inputFile.ts';
import { UserError } from '../userError.ts';
import { botocore } from './botocore.ts';
import { editionFormat, readEditionFile } from './editionFile.ts';
import type { FormReading, ImportedEdition, ModelForm } from './modelSource.ts';
import { openApi } from './openApi.ts';
import { smithy } from './smithy.ts';

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
  const model = inputJson(path);
  if ('problem' in model) {
    const code = model.problem.startsWith('cannot be read') ? 'no-model' : 'broken-model';
    throw new UserError(code, asSentence(`"${path}" ${model.problem}`), hint);
  }
  if (isJsonObject(model.value)) return model.value;
  throw new UserError('foreign-model', `"${path}" holds no JSON object.`, hint);
}
