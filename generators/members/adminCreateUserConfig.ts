import fc from 'fast-check';
import { inviteEmail, inviteSms, subject } from '../values/messages.ts';
import type { MemberTable } from './memberTable.ts';

/** Invitations by the administrator. */
export const adminCreateUserConfig: MemberTable = {
  // Pools show TemporaryPasswordValidityDays, and then only "no days" is taken here.
  'AdminCreateUserConfig.UnusedAccountValidityDays': {
    kind: 'values',
    any: (_scene, shape) => fc.constant(shape.type === 'integer' ? (shape.min ?? 0) : 0),
  },
  'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage': inviteSms,
  'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': inviteEmail,
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': subject,
};
