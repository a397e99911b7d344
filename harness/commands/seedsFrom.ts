import { asSentence } from '../../specs/asSentence.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { inputJson } from '../inputFile.ts';
import { UserError } from '../userError.ts';

/**
 * The pools of a file of `serve --pools`: one or a list of CreateUserPool requests or answers of DescribeUserPool. Throws a
 * UserError where the file cannot be read or holds something else.
 */
export function seedsFrom(path: string): readonly JsonObject[] {
  const hint = 'Give a JSON list of CreateUserPool requests, each with an "Id" if it should have a given one.';
  const file = inputJson(path);
  const what = 'problem' in file ? asSentence(file.problem) : 'holds no list of pools.';
  const seeds = 'problem' in file ? [] : Array.isArray(file.value) ? file.value : [file.value];
  if ('value' in file && seeds.every(isJsonObject)) return seeds;
  throw new UserError('wrong-pools', `The file of --pools, "${path}", ${what}`, hint);
}
