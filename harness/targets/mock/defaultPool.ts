import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import type { Shape } from '../../../specs/shape.ts';

/** What a new pool shows, under the names of the request. AccountRecoverySetting has been there since some day between 2021-10 and 2023-03. */
const defaults: JsonObject = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 7,
    },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
  },
  DeletionProtection: 'INACTIVE',
  LambdaConfig: {},
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  MfaConfiguration: 'OFF',
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 1, Name: 'verified_email' },
      { Priority: 2, Name: 'verified_phone_number' },
    ],
  },
  UserPoolTier: 'ESSENTIALS',
  KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
  IssuerConfiguration: { Type: 'ORIGINAL' },
  AcrConfiguration: {
    Level1: { AcrValue: 'urn:cognito:loa:1' },
    Level2: { AcrValue: 'urn:cognito:loa:2' },
    Level3: { AcrValue: 'urn:cognito:loa:3' },
    Level4: { AcrValue: 'urn:cognito:loa:4' },
  },
};

/** The settings of a new pool, so far as an edition has members for them. */
export function defaultPool({ input }: Edition): JsonObject {
  return known(input, defaults) as JsonObject;
}

function known(shape: Shape, value: JsonValue): JsonValue {
  if (shape.type !== 'structure' || !isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, child]) => {
    const member = shape.members[name];
    return member === undefined ? [] : [[name, known(member, child)] as const];
  });
  return Object.fromEntries(members.flat());
}
