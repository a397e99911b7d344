import { sesIdentityArn } from '../values/arns.ts';
import { type Companion, getIn, setIn, setInIfAbsent } from './requestPaths.ts';

const invite = 'AdminCreateUserConfig.InviteMessageTemplate';
const template = 'VerificationMessageTemplate';

/** Custom texts, and everything that names an identity of SES, require sending through the developer's account. */
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

/** Sending through an account of the user names a verified identity. */
export const emailSender: Companion = (request, scene) => {
  const account = 'EmailConfiguration.EmailSendingAccount';
  const needed = needsOwnAccount.some((path) => getIn(request, path) !== undefined);
  if (!needed && getIn(request, account) !== 'DEVELOPER') return request;
  return setInIfAbsent(
    setIn(request, account, 'DEVELOPER'),
    'EmailConfiguration.SourceArn',
    sesIdentityArn.plain(scene),
  );
};
