import { emailMessage, emailMessageByLink, smsMessage, subject } from '../values/messages.ts';
import type { MemberTable } from './memberTable.ts';

/** Texts that users get for verification and sign-in. */
export const messages: MemberTable = {
  SmsVerificationMessage: smsMessage,
  EmailVerificationMessage: emailMessage,
  EmailVerificationSubject: subject,
  SmsAuthenticationMessage: smsMessage,
  'VerificationMessageTemplate.SmsMessage': smsMessage,
  'VerificationMessageTemplate.EmailMessage': emailMessage,
  'VerificationMessageTemplate.EmailSubject': subject,
  'VerificationMessageTemplate.EmailMessageByLink': emailMessageByLink,
  'VerificationMessageTemplate.EmailSubjectByLink': subject,
};
