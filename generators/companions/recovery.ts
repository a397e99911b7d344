import { isJsonObject, type JsonValue } from '../../specs/json.ts';
import { type Companion, listAt, put } from './draft.ts';

const mechanisms = 'AccountRecoverySetting.RecoveryMechanisms';

/** No priority and no name twice, and recovery by the administrator stands alone. */
export const recovery: Companion = (request) => {
  const list = listAt(request, mechanisms);
  const alone = list.find((each) => named(each, 'Name') === 'admin_only');
  const kept = alone === undefined ? list.filter(isFirstOfItsKind) : [alone];
  return kept.length === list.length ? request : put(request, mechanisms, [...kept]);
};

function isFirstOfItsKind(mechanism: JsonValue, index: number, list: readonly JsonValue[]): boolean {
  const repeats = (other: JsonValue) =>
    named(other, 'Name') === named(mechanism, 'Name') || named(other, 'Priority') === named(mechanism, 'Priority');
  return !list.slice(0, index).some(repeats);
}

function named(mechanism: JsonValue, name: string): JsonValue | undefined {
  return isJsonObject(mechanism) ? mechanism[name] : undefined;
}
