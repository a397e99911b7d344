import { acrConfiguration } from './acrConfiguration.ts';
import { adminCreateUserConfig } from './adminCreateUserConfig.ts';
import { dcrConfiguration } from './dcrConfiguration.ts';
import { emailConfiguration } from './emailConfiguration.ts';
import { lambdaConfig } from './lambdaConfig.ts';
import type { MemberTable } from './memberTable.ts';
import { messages } from './messages.ts';
import { mfaConfiguration } from './mfaConfiguration.ts';
import { others } from './others.ts';
import { smsConfiguration } from './smsConfiguration.ts';
import { userPoolTags } from './userPoolTags.ts';

/** What every member is filled with, whatever the edition. */
export const members: MemberTable = {
  ...lambdaConfig,
  ...messages,
  ...mfaConfiguration,
  ...emailConfiguration,
  ...smsConfiguration,
  ...userPoolTags,
  ...adminCreateUserConfig,
  ...acrConfiguration,
  ...dcrConfiguration,
  ...others,
};
