import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import { UserError } from '../userError.ts';
import type { PoolSettings } from './poolSettings.ts';
import { templateResource } from './templateResource.ts';

/** Reads pool settings. Throws a UserError if the value has none of the forms. */
export function readPoolSettings(value: JsonValue, edition: Edition, path: string): PoolSettings {
  if (!isJsonObject(value)) throw notPoolSettings(path);
  const resource = templateResource(value, edition);
  if (resource !== undefined) return resource;
  const pool = isJsonObject(value.UserPool) ? value.UserPool : value;
  if (isDescribed(pool)) return describedSettings(pool, edition);
  const members = Object.entries(pool).filter(([name]) => name !== 'UserPoolId');
  const known = members.filter(([name]) => Object.hasOwn(edition.input.members, name));
  if (known.length === 0) throw notPoolSettings(path);
  const others = members.map(([name]) => name).filter((name) => !Object.hasOwn(edition.input.members, name));
  return { form: `${testedOperation} request`, request: Object.fromEntries(known), others, deployed: [] };
}

// What only an answer shows.
function isDescribed(pool: JsonObject): boolean {
  return typeof pool.Id === 'string' || typeof pool.Arn === 'string' || pool.CreationDate !== undefined;
}

const shownByEvery = ['Id', 'Arn', 'Name', 'Status', 'CreationDate', 'LastModifiedDate', 'EstimatedNumberOfUsers'];

function describedSettings(pool: JsonObject, edition: Edition): PoolSettings {
  const { members } = poolStateOf(edition, pool);
  const others = Object.keys(pool).filter(
    (name) => !Object.hasOwn(edition.input.members, name) && !shownByEvery.includes(name),
  );
  return { form: 'DescribeUserPool answer', request: { ...members }, others, deployed: [] };
}

function notPoolSettings(path: string): UserError {
  return new UserError(
    'wrong-pool',
    `"${path}" has no settings of a user pool.`,
    `Give a DescribeUserPool answer, a CloudFormation template or resource of type AWS::Cognito::UserPool as JSON, or an ${testedOperation} request.`,
  );
}
