import { newestEdition } from '../../specs/editions/index.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { valueAt } from '../oracle/condition.ts';
import { poolStateOf } from '../oracle/poolState.ts';

/** Forms of an update with a whole configuration: one target may refuse a form, another may lose what it leaves out. */
export const configurationForms = ['plain', 'whole'] as const;

export type ConfigurationForm = (typeof configurationForms)[number];

/** An update with the whole configuration that a pool shows, by the newest edition regardless of the edition under test. */
export function configurationUpdate(id: string, pool: JsonObject, form: ConfigurationForm = 'plain'): JsonObject {
  const { UserPoolTags, AdminCreateUserConfig, ...members } = poolStateOf(newestEdition, pool).members;
  const tags = isJsonObject(UserPoolTags) ? UserPoolTags : {};
  const admin = form === 'whole' ? AdminCreateUserConfig : withoutOldValidity(AdminCreateUserConfig, members);
  return {
    UserPoolId: id,
    ...members,
    ...(admin === undefined ? {} : { AdminCreateUserConfig: admin }),
    ...(Object.keys(tags).length === 0 ? {} : { UserPoolTags: tags }),
  };
}

// AWS shows the validity of temporary passwords under two names and accepts only one of them; other targets need both.
function withoutOldValidity(admin: JsonValue | undefined, members: JsonObject): JsonValue | undefined {
  const isNamedAnew = valueAt(members, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays') !== undefined;
  if (!isJsonObject(admin) || !isNamedAnew) return admin;
  const { UnusedAccountValidityDays: _old, ...rest } = admin;
  return rest;
}
