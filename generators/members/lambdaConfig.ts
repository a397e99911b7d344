import { kmsKeyArn, lambdaArn } from '../values/arns.ts';
import type { MemberTable } from './memberTable.ts';

/** Triggers, the two senders and their key. */
export const lambdaConfig: MemberTable = {
  'LambdaConfig.PreSignUp': lambdaArn,
  'LambdaConfig.CustomMessage': lambdaArn,
  'LambdaConfig.PostConfirmation': lambdaArn,
  'LambdaConfig.PreAuthentication': lambdaArn,
  'LambdaConfig.PostAuthentication': lambdaArn,
  'LambdaConfig.DefineAuthChallenge': lambdaArn,
  'LambdaConfig.CreateAuthChallenge': lambdaArn,
  'LambdaConfig.VerifyAuthChallengeResponse': lambdaArn,
  'LambdaConfig.PreTokenGeneration': lambdaArn,
  'LambdaConfig.UserMigration': lambdaArn,
  'LambdaConfig.PreTokenGenerationConfig.LambdaArn': lambdaArn,
  'LambdaConfig.CustomSMSSender.LambdaArn': lambdaArn,
  'LambdaConfig.CustomEmailSender.LambdaArn': lambdaArn,
  'LambdaConfig.KMSKeyID': kmsKeyArn,
  'LambdaConfig.InboundFederation.LambdaArn': lambdaArn,
};
