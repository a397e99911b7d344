import { roleArn } from '../values/arns.ts';
import { type Companion, getIn, getListIn, removeIn, setIn, setInIfAbsent } from './requestPaths.ts';

const updated = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** Attributes that need verification before an update are among those verified by themselves, in the same request. */
export const verifiedAttributes: Companion = (request) => {
  const verified = getListIn(request, 'AutoVerifiedAttributes');
  const missing = getListIn(request, updated).filter((attribute) => !verified.includes(attribute));
  return missing.length === 0 ? request : setIn(request, 'AutoVerifiedAttributes', [...verified, ...missing]);
};

/** Telephone numbers that are verified, and codes by SMS, need to know who sends them. */
export const smsSender: Companion = (request, scene) => {
  const sends =
    getListIn(request, 'AutoVerifiedAttributes').includes('phone_number') ||
    getListIn(request, factors).includes('SMS_OTP');
  if (getIn(request, 'SmsConfiguration') === undefined && !sends) return request;
  // One of the two ways of sending, not both.
  if (getIn(request, 'SmsConfiguration.EumsSms') !== undefined) {
    return removeIn(
      request,
      'SmsConfiguration.SnsCallerArn',
      'SmsConfiguration.ExternalId',
      'SmsConfiguration.SnsRegion',
    );
  }
  return setInIfAbsent(request, 'SmsConfiguration.SnsCallerArn', roleArn.plain(scene));
};

/**
 * What a pool keeps from earlier requests: attributes that need verification before an update. A request that leaves the
 * automatic verification at less than everything would contradict them, so it empties the list.
 */
export const forgottenAttributes: Companion = (request) => {
  const verified = getListIn(request, 'AutoVerifiedAttributes');
  const coversAll = verified.includes('email') && verified.includes('phone_number');
  return coversAll ? request : setInIfAbsent(request, updated, []);
};
