import type { JsonObject } from '../../specs/json.ts';
import { breachesOfRequest } from '../breaches/breachesOfRequest.ts';
import { isInEdition } from '../companions/requestPaths.ts';
import { type Case, poolPlaceholder } from './case.ts';
import type { GenerationScene } from './scene.ts';
import { severalBreachesClause } from './severalBreachesClause.ts';
import { emptySkeleton, plausibleRequest, printedSkeleton } from './wholeRequests.ts';

/** The requests that published pages on the operation print, and what their skeletons become with plausible values. */
export function documentCases(scene: GenerationScene): readonly Case[] {
  const openApi = membersOfEdition(scene, openApiSample);
  return [
    documentCase(scene, 'aws-cli/tags', { UserPoolTags: { Team: 'Blue', Area: 'West' } }),
    documentCase(scene, 'openapi-page/as-printed', { ...openApi, UserPoolId: 'string' }),
    documentCase(scene, 'openapi-page/in-a-pool', openApi),
    documentCase(scene, 'aws-cli/skeleton', { ...emptySkeleton(scene), UserPoolId: '' }),
    documentCase(scene, 'skeleton/as-printed', { ...printedSkeleton(scene), UserPoolId: 'string' }),
    documentCase(scene, 'skeleton/in-a-pool', { ...printedSkeleton(scene), UserPoolId: poolPlaceholder }),
    documentCase(scene, 'skeleton/plausible-by-code', plausibleRequest(scene, 'CONFIRM_WITH_CODE')),
    documentCase(scene, 'skeleton/plausible-by-link', plausibleRequest(scene, 'CONFIRM_WITH_LINK')),
  ];
}

function documentCase(scene: GenerationScene, name: string, members: JsonObject): Case {
  const request = { UserPoolId: poolPlaceholder, ...members };
  const breaks = breachesOfRequest(scene, request);
  const [only = 'wire.success-status'] = breaks;
  const clause = breaks.length > 1 ? severalBreachesClause : only;
  return { id: `examples/documents/${name}`, phase: 'examples', clause, member: '', breaks, request };
}

function membersOfEdition(scene: GenerationScene, sample: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(sample).filter(([name]) => isInEdition(scene, name)));
}

/** The sample body of the OpenAPI form, which breaks its own contract at almost every string. */
const openApiSample: JsonObject = {
  Policies: {
    PasswordPolicy: {
      MinimumLength: 0,
      RequireUppercase: true,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 0,
    },
  },
  DeletionProtection: 'ACTIVE',
  LambdaConfig: {
    PreSignUp: 'string',
    CustomMessage: 'string',
    PostConfirmation: 'string',
    PreAuthentication: 'string',
    PostAuthentication: 'string',
    DefineAuthChallenge: 'string',
    CreateAuthChallenge: 'string',
    VerifyAuthChallengeResponse: 'string',
    PreTokenGeneration: 'string',
    UserMigration: 'string',
    CustomSMSSender: { LambdaVersion: 'V1_0', LambdaArn: 'string' },
    CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: 'string' },
    KMSKeyID: 'string',
  },
  AutoVerifiedAttributes: [],
  SmsVerificationMessage: 'string',
  EmailVerificationMessage: 'string',
  EmailVerificationSubject: 'string',
  VerificationMessageTemplate: {
    SmsMessage: 'string',
    EmailMessage: 'string',
    EmailSubject: 'string',
    EmailMessageByLink: 'string',
    EmailSubjectByLink: 'string',
    DefaultEmailOption: 'CONFIRM_WITH_LINK',
  },
  SmsAuthenticationMessage: 'string',
  UserAttributeUpdateSettings: {},
  MfaConfiguration: 'OFF',
  DeviceConfiguration: {},
  EmailConfiguration: {},
  SmsConfiguration: { SnsCallerArn: 'string', ExternalId: 'string', SnsRegion: 'string' },
  UserPoolTags: { property1: 'string', property2: 'string' },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    UnusedAccountValidityDays: 0,
    InviteMessageTemplate: { SMSMessage: 'string', EmailMessage: 'string', EmailSubject: 'string' },
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
  AccountRecoverySetting: { RecoveryMechanisms: [] },
};
