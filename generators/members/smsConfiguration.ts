import { roleArn } from '../values/arns.ts';
import { freeText, region, snsRegion } from '../values/names.ts';
import type { MemberTable } from './memberTable.ts';

/** Who sends SMS: a role for SNS, or one for End User Messaging. */
export const smsConfiguration: MemberTable = {
  'SmsConfiguration.SnsCallerArn': roleArn,
  'SmsConfiguration.ExternalId': freeText('external-id'),
  'SmsConfiguration.SnsRegion': snsRegion,
  'SmsConfiguration.EumsSms.CallerArn': roleArn,
  'SmsConfiguration.EumsSms.ExternalId': freeText('external-id'),
  'SmsConfiguration.EumsSms.OriginationIdentity': freeText('+12065550100'),
  'SmsConfiguration.EumsSms.ConfigurationSetName': freeText('sms-set'),
  'SmsConfiguration.EumsSms.InEntityId': freeText('1101000000000000001'),
  'SmsConfiguration.EumsSms.InTemplateId': freeText('1107000000000000001'),
  'SmsConfiguration.EumsSms.Region': region,
};
