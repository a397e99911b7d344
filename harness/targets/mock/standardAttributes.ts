import type { JsonObject } from '../../../specs/json.ts';

/** The attributes that every pool has, as DescribeUserPool was seen to show them on seven live pools in 2026. */
export const standardAttributes: readonly JsonObject[] = [
  { ...stringAttribute('sub', '1', '2048'), Mutable: false, Required: true },
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username'].map(anyText),
  ...['profile', 'picture', 'website', 'email'].map(anyText),
  flag('email_verified'),
  anyText('gender'),
  stringAttribute('birthdate', '10', '10'),
  ...['zoneinfo', 'locale', 'phone_number'].map(anyText),
  flag('phone_number_verified'),
  anyText('address'),
  { ...optionalAttribute('updated_at', 'Number'), NumberAttributeConstraints: { MinValue: '0' } },
  { ...optionalAttribute('identities', 'String'), StringAttributeConstraints: {} },
];

function anyText(name: string): JsonObject {
  return stringAttribute(name, '0', '2048');
}

function stringAttribute(name: string, MinLength: string, MaxLength: string): JsonObject {
  return { ...optionalAttribute(name, 'String'), StringAttributeConstraints: { MinLength, MaxLength } };
}

function flag(name: string): JsonObject {
  return optionalAttribute(name, 'Boolean');
}

function optionalAttribute(Name: string, AttributeDataType: string): JsonObject {
  return { Name, AttributeDataType, DeveloperOnlyAttribute: false, Mutable: true, Required: false };
}
