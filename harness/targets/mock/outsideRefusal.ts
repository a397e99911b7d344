import { defaultFixtures, fixtureKinds } from '../../../specs/fixtureKinds.ts';
import type { JsonObject } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import type { ServiceError } from './answer.ts';

/** Looks up what a request names outside its pool; the refusal where that is known not to be as it must be. */
export function outsideRefusal(
  request: JsonObject,
  place: { readonly region: string; readonly account: string },
): ServiceError | undefined {
  const known = defaultFixtures(place);
  const found = fixtureKinds.find(({ name, member }) => valueAt(request, member) === known[name]);
  return found && { name: found.error, message: texts[found.name] };
}

const texts = {
  poolWithRunningImport: 'Users are being imported into the user pool.',
  smsRoleWithoutPublish: 'The role may not publish to SNS.',
  smsRoleWithoutTrust: 'The service may not assume the role with this external id.',
  emailIdentityWithoutPolicy: 'The service may not send from the e-mail identity.',
} as const;
