import { sesIdentityArn } from '../values/arns.ts';
import { at, type Companion, put, putIfAbsent } from './draft.ts';

const invite = 'AdminCreateUserConfig.InviteMessageTemplate';
const template = 'VerificationMessageTemplate';

/** Texts of one's own, and everything that speaks of one's own identity, go with sending through one's own account. */
const needsOwnAccount = [
  'EmailConfiguration.SourceArn',
  'EmailConfiguration.From',
  'EmailConfiguration.ConfigurationSet',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  `${template}.EmailMessage`,
  `${template}.EmailSubject`,
  `${template}.EmailMessageByLink`,
  `${template}.EmailSubjectByLink`,
  `${invite}.EmailMessage`,
  `${invite}.EmailSubject`,
];

/** Sending through one's own account names a verified identity. */
export const emailSender: Companion = (request, scene) => {
  const account = 'EmailConfiguration.EmailSendingAccount';
  const needed = needsOwnAccount.some((path) => at(request, path) !== undefined);
  if (!needed && at(request, account) !== 'DEVELOPER') return request;
  return putIfAbsent(put(request, account, 'DEVELOPER'), 'EmailConfiguration.SourceArn', sesIdentityArn.plain(scene));
};
