import type { JsonObject } from '../../specs/json.ts';
import { poolArn } from '../../specs/operation.ts';
import { breachesOfRequest } from '../breaches/breachesOfRequest.ts';
import { isInEdition, removeIn } from '../companions/requestPaths.ts';
import { type Case, poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { severalBreachesClause } from './severalBreachesClause.ts';

/**
 * What DescribeUserPool shows, sent back to UpdateUserPool: so people change one member and keep the rest. With nothing but
 * members of the request, as a whole, and in the forms that tools give it.
 */
export function echoCases(scene: GenerationScene): readonly Case[] {
  const shown = settingsOfEdition(scene, settings);
  const changed = { ...shown, UserPoolTags: { Team: 'Green', Area: 'West' } };
  return [
    echo(scene, 'unchanged', shown),
    echo(scene, 'one-member-changed', changed),
    echo(scene, 'with-read-only-members', { ...shown, ...readOnly(scene) }),
    echo(scene, 'with-null-members', { ...nulls(scene, shown), ...shown }),
    echo(scene, 'with-empty-strings', { ...shown, ...settingsOfEdition(scene, emptyTexts) }),
    echo(scene, 'with-empty-structures', { ...shown, ...settingsOfEdition(scene, emptyStructures) }),
    echo(scene, 'console', settingsOfEdition(scene, { ...settings, ...consoleExtras })),
    echo(scene, 'terraform', settingsOfEdition(scene, { ...settings, ...terraformExtras })),
    echo(scene, 'cloudformation', removeIn(changed, 'MfaConfiguration', 'UserPoolTier', 'DeletionProtection')),
  ];
}

function echo(scene: GenerationScene, form: string, members: JsonObject): Case {
  const request = { UserPoolId: poolPlaceholder, ...members };
  const breaks = breachesOfRequest(scene, request);
  const [only = clauseOn[form] ?? 'wire.success-status'] = breaks;
  const clause = breaks.length > 1 ? severalBreachesClause : only;
  return {
    id: `examples/echo/${form}`,
    phase: 'examples',
    clause,
    member: '',
    breaks,
    request,
    // What an older request left would have to be in the echo too.
    prior: { fresh: true, update: settingsOfEdition(scene, settings) },
  };
}

const clauseOn: Readonly<Record<string, string>> = { 'with-read-only-members': 'wire.unknown-members' };

function settingsOfEdition(scene: GenerationScene, members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([name]) => isInEdition(scene, name)));
}

/** What a pool of some age shows, as far as a request may say it. */
const settings: JsonObject = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 10,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 7,
    },
  },
  DeletionProtection: 'INACTIVE',
  AutoVerifiedAttributes: ['email'],
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  MfaConfiguration: 'OFF',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false },
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  UserPoolTags: { Team: 'Blue', Area: 'West' },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_email' }] },
  UserPoolTier: 'ESSENTIALS',
};

/** What DescribeUserPool shows beside them, and UpdateUserPool has no member for. */
function readOnly(scene: GenerationScene): JsonObject {
  return {
    Id: poolPlaceholder,
    Name: 'echo',
    Arn: poolArn(scene, poolPlaceholder),
    CreationDate: 1_700_000_000.123,
    LastModifiedDate: 1_700_000_001,
    EstimatedNumberOfUsers: 3,
    SchemaAttributes: [{ Name: 'sub', AttributeDataType: 'String', Mutable: false, Required: true }],
    UsernameConfiguration: { CaseSensitive: false },
  };
}

/** Serializers that write every member of a class. */
function nulls({ edition }: GenerationScene, shown: JsonObject): JsonObject {
  const absent = Object.keys(edition.input.members).filter((name) => name !== 'UserPoolId' && !(name in shown));
  return Object.fromEntries(absent.map((name) => [name, null]));
}

const emptyTexts: JsonObject = {
  SmsVerificationMessage: '',
  EmailVerificationMessage: '',
  EmailVerificationSubject: '',
  SmsAuthenticationMessage: '',
};

const emptyStructures: JsonObject = { LambdaConfig: {}, UserAttributeUpdateSettings: {} };

const consoleExtras: JsonObject = {
  LambdaConfig: {},
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  SmsAuthenticationMessage: 'Your authentication code is {####}. ',
};

const terraformExtras: JsonObject = {
  LambdaConfig: {},
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
  UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
};
