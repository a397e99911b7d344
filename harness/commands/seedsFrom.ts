import { readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject, parsedJson } from '../../specs/json.ts';
import { UserError } from '../userError.ts';

/**
 * The pools of a file of `serve --pools`: one or a list of CreateUserPool requests or answers of DescribeUserPool. Throws a
 * UserError where the file cannot be read or holds something else.
 */
export function seedsFrom(path: string): readonly JsonObject[] {
  const hint = 'Give a JSON list of CreateUserPool requests, each with an "Id" if it should have a given one.';
  const content = parsedJson(textOf(path, hint));
  const seeds = Array.isArray(content) ? content : [content];
  if (seeds.every(isJsonObject)) return seeds;
  throw new UserError('wrong-pools', `The file of --pools, "${path}", holds no list of pools.`, hint);
}

function textOf(path: string, hint: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError('wrong-pools', `The file of --pools, "${path}", cannot be read.`, hint);
  }
}
