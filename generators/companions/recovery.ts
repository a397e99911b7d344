import { type JsonValue, ownMember } from '../../specs/json.ts';
import { type Companion, getListIn, setIn } from './requestPaths.ts';

const mechanisms = 'AccountRecoverySetting.RecoveryMechanisms';

/** No priority and no name twice, and recovery by the administrator stands alone. */
export const recovery: Companion = (request) => {
  const list = getListIn(request, mechanisms);
  const alone = list.find((each) => ownMember(each, 'Name') === 'admin_only');
  const kept = alone === undefined ? list.filter(isFirstOfItsKind) : [alone];
  return kept.length === list.length ? request : setIn(request, mechanisms, [...kept]);
};

function isFirstOfItsKind(mechanism: JsonValue, index: number, list: readonly JsonValue[]): boolean {
  const repeats = (other: JsonValue) =>
    ownMember(other, 'Name') === ownMember(mechanism, 'Name') ||
    ownMember(other, 'Priority') === ownMember(mechanism, 'Priority');
  return !list.slice(0, index).some(repeats);
}
