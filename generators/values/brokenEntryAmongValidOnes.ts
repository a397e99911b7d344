import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { MemberPath } from '../../specs/member.ts';
import { getIn, setIn } from '../companions/requestPaths.ts';

/** Entries that are legal beside any other. */
const legalEntries: Readonly<Record<MemberPath, JsonValue>> = {
  AutoVerifiedAttributes: 'email',
  'Policies.SignInPolicy.AllowedFirstAuthFactors': 'PASSWORD',
  'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': 'email',
  'AccountRecoverySetting.RecoveryMechanisms': { Priority: 2, Name: 'verified_phone_number' },
  'DcrConfiguration.AuthenticatedGrantTypes': 'code',
  'DcrConfiguration.OpenDcrGrantTypes': 'code',
  UserPoolTags: { Legal: 'entry' },
};

/**
 * A request whose list or map has a wrong entry at its end, with that entry before a legal one and behind one: a server that
 * checks only the first or only the last entry accepts one of them. Empty where the member is no entry.
 */
export function brokenEntryAmongValidOnes(request: JsonObject, path: MemberPath): Readonly<Record<string, JsonObject>> {
  const [place = ''] = path.split(/[[{]/, 1);
  const legal = legalEntries[place];
  const entries = getIn(request, place);
  if (place === path || legal === undefined) return {};
  if (Array.isArray(entries)) {
    const [others, wrong] = [entries.slice(0, -1), entries.slice(-1)];
    const rest = others.length > 0 ? others : [legal];
    return { first: setIn(request, place, [...wrong, ...rest]), last: setIn(request, place, [...rest, ...wrong]) };
  }
  if (!isJsonObject(entries) || !isJsonObject(legal)) return {};
  return {
    first: setIn(request, place, { ...entries, ...legal }),
    last: setIn(request, place, { ...legal, ...entries }),
  };
}
