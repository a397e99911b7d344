import type { JsonObject } from '../../../specs/json.ts';

/** The attributes that every pool has, as DescribeUserPool shows them: those that other settings refer to. */
export const standardAttributes: readonly JsonObject[] = [
  { ...text('sub', '1', '2048'), Mutable: false, Required: true },
  text('name', '0', '2048'),
  text('given_name', '0', '2048'),
  text('family_name', '0', '2048'),
  text('preferred_username', '0', '2048'),
  text('email', '0', '2048'),
  flag('email_verified'),
  text('phone_number', '0', '2048'),
  flag('phone_number_verified'),
  text('locale', '0', '2048'),
  { ...optional('updated_at', 'Number'), NumberAttributeConstraints: { MinValue: '0' } },
];

function text(name: string, MinLength: string, MaxLength: string): JsonObject {
  return { ...optional(name, 'String'), StringAttributeConstraints: { MinLength, MaxLength } };
}

function flag(name: string): JsonObject {
  return optional(name, 'Boolean');
}

function optional(Name: string, AttributeDataType: string): JsonObject {
  return { Name, AttributeDataType, DeveloperOnlyAttribute: false, Mutable: true, Required: false };
}
