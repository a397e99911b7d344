import { at, type Companion, drop } from './draft.ts';

const older = 'AdminCreateUserConfig.UnusedAccountValidityDays';

/** The days that a first password is good for have two spellings, of which the older may not come beside the newer. */
export const passwordValidity: Companion = (request) =>
  at(request, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays') === undefined ? request : drop(request, older);
