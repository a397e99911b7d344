import type { Topic } from '../topic.ts';
import { accountRecoverySetting } from './accountRecoverySetting.ts';
import { acrConfiguration } from './acrConfiguration.ts';
import { adminCreateUserConfig } from './adminCreateUserConfig.ts';
import { autoVerifiedAttributes } from './autoVerifiedAttributes.ts';
import { dcrConfiguration } from './dcrConfiguration.ts';
import { deletionProtection } from './deletionProtection.ts';
import { deviceConfiguration } from './deviceConfiguration.ts';
import { emailConfiguration } from './emailConfiguration.ts';
import { issuerConfiguration } from './issuerConfiguration.ts';
import { keyConfiguration } from './keyConfiguration.ts';
import { lambdaConfig } from './lambdaConfig.ts';
import { mfaConfiguration } from './mfaConfiguration.ts';
import { passwordPolicy } from './passwordPolicy.ts';
import { poolName } from './poolName.ts';
import { request } from './request.ts';
import { signInPolicy } from './signInPolicy.ts';
import { smsConfiguration } from './smsConfiguration.ts';
import { userAttributeUpdateSettings } from './userAttributeUpdateSettings.ts';
import { userPoolAddOns } from './userPoolAddOns.ts';
import { userPoolId } from './userPoolId.ts';
import { userPoolTags } from './userPoolTags.ts';
import { userPoolTier } from './userPoolTier.ts';
import { verificationMessages } from './verificationMessages.ts';
import { wire } from './wire.ts';

/** What is known beside the shapes, one topic for each part of the request, in the order of the model. */
export const topics: readonly Topic[] = [
  userPoolId,
  passwordPolicy,
  signInPolicy,
  deletionProtection,
  lambdaConfig,
  autoVerifiedAttributes,
  verificationMessages,
  userAttributeUpdateSettings,
  mfaConfiguration,
  deviceConfiguration,
  emailConfiguration,
  smsConfiguration,
  userPoolTags,
  adminCreateUserConfig,
  userPoolAddOns,
  accountRecoverySetting,
  poolName,
  userPoolTier,
  keyConfiguration,
  issuerConfiguration,
  dcrConfiguration,
  acrConfiguration,
  request,
  wire,
];
