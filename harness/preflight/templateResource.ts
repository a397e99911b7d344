import type { Edition } from '../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { Shape } from '../../specs/shape.ts';
import type { PoolSettings } from './poolSettings.ts';

const resourceType = 'AWS::Cognito::UserPool';

/** The settings of a CloudFormation resource, or of the first user pool of a template; undefined if the value is neither. */
export function templateResource(value: JsonObject, edition: Edition): PoolSettings | undefined {
  const properties = [value, ...Object.values(isJsonObject(value.Resources) ? value.Resources : {})]
    .filter(isJsonObject)
    .find(({ Type }) => Type === resourceType)?.Properties;
  if (!isJsonObject(properties)) return undefined;
  const { UserPoolName, ...rest } = properties;
  const named = UserPoolName === undefined ? rest : { ...rest, PoolName: UserPoolName };
  const known = Object.entries(named).filter(([name]) => Object.hasOwn(edition.input.members, name));
  const others = Object.keys(named).filter((name) => !Object.hasOwn(edition.input.members, name));
  const settled = known.filter(([, member]) => !hasFunction(member));
  return {
    form: 'CloudFormation resource',
    request: Object.fromEntries(
      settled.map(([name, member]) => [name, toTemplateType(member, edition.input.members[name])]),
    ),
    others,
    deployed: known.filter(([, member]) => hasFunction(member)).map(([name]) => name),
  };
}

/** Whether a value is, or holds, a function of the template language such as `{"Fn::GetAtt": …}`. */
function hasFunction(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(hasFunction);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([name, part]) => name === 'Ref' || name.startsWith('Fn::') || hasFunction(part));
}

/** Numbers and booleans that a template may write as strings. */
function toTemplateType(value: JsonValue, shape: Shape | undefined): JsonValue {
  if (shape === undefined) return value;
  switch (shape.type) {
    case 'integer':
      return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'structure':
      return isJsonObject(value) ? typedMembers(value, shape.members) : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => toTemplateType(item, shape.item)) : value;
    case 'map':
    case 'string':
      return value;
  }
}

function typedMembers(value: JsonObject, members: Readonly<Record<string, Shape>>): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toTemplateType(part, members[name])]));
}
