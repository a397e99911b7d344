import { type Companion, getIn, removeIn } from './requestPaths.ts';

const older = 'AdminCreateUserConfig.UnusedAccountValidityDays';

/** The days that a first password is good for have two spellings, of which the older may not come beside the newer. */
export const passwordValidity: Companion = (request) =>
  getIn(request, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays') === undefined
    ? request
    : removeIn(request, older);
