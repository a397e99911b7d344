import { emailAddress, sender } from '../values/addresses.ts';
import { sesIdentityArn } from '../values/arns.ts';
import { configurationSet } from '../values/names.ts';
import type { MemberTable } from './memberTable.ts';

/** Who sends e-mail. */
export const emailConfiguration: MemberTable = {
  'EmailConfiguration.SourceArn': sesIdentityArn,
  'EmailConfiguration.ReplyToEmailAddress': emailAddress,
  'EmailConfiguration.From': sender,
  'EmailConfiguration.ConfigurationSet': configurationSet,
};
