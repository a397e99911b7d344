import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { type Companion, getListIn, setIn } from './requestPaths.ts';

const mechanisms = 'AccountRecoverySetting.RecoveryMechanisms';

/** No priority and no name twice, and recovery by the administrator stands alone. */
export const recovery: Companion = (request) => {
  const list = getListIn(request, mechanisms);
  const alone = list.find((each) => memberOf(each, 'Name') === 'admin_only');
  const kept = alone === undefined ? list.filter(isFirstOfItsKind) : [alone];
  return kept.length === list.length ? request : setIn(request, mechanisms, [...kept]);
};

function isFirstOfItsKind(mechanism: JsonValue, index: number, list: readonly JsonValue[]): boolean {
  const repeats = (other: JsonValue) =>
    memberOf(other, 'Name') === memberOf(mechanism, 'Name') ||
    memberOf(other, 'Priority') === memberOf(mechanism, 'Priority');
  return !list.slice(0, index).some(repeats);
}

function memberOf(mechanism: JsonValue, name: string): JsonValue | undefined {
  return isJsonObject(mechanism) ? mechanism[name] : undefined;
}
