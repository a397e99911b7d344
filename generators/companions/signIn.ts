import type { JsonValue } from '../../specs/json.ts';
import { type Companion, getIn, getListIn, isInEdition, setIn, setInIfAbsent } from './requestPaths.ts';

const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** The first factors always hold PASSWORD, and never the software token, which the enum has and the service does not take. */
export const firstFactors: Companion = (request) => {
  const list = getIn(request, factors);
  if (!Array.isArray(list)) return request;
  const usable: readonly JsonValue[] = list.filter((factor) => factor !== 'SOFTWARE_TOKEN');
  const complete = usable.includes('PASSWORD') ? usable : ['PASSWORD', ...usable];
  return complete.length === list.length && usable.includes('PASSWORD') ? request : setIn(request, factors, complete);
};

/** A pool that asks for a second factor takes only PASSWORD as the first; a pool that takes others asks for none. */
export const secondFactor: Companion = (request, scene) => {
  const mfa = getIn(request, 'MfaConfiguration');
  if (mfa === 'ON' || mfa === 'OPTIONAL') {
    return isInEdition(scene, factors) ? setIn(request, factors, ['PASSWORD']) : request;
  }
  const passwordless = getListIn(request, factors).some((factor) => factor !== 'PASSWORD');
  return passwordless ? setInIfAbsent(request, 'MfaConfiguration', 'OFF') : request;
};
