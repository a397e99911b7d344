import type { Contract } from '../../specs/contract.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { sameShown } from '../oracle/sameShown.ts';
import type { Deviation } from '../record/record.ts';
import { epochMilliseconds } from '../transport/epochMilliseconds.ts';
import { wireDeviation } from './judgeWire.ts';
import { shownValue } from './shownValue.ts';

/** Deviations of a pool's dates before and after a request, whatever was asked. */
export function dateDeviations(contract: Contract, before: JsonObject, after: JsonObject): readonly Deviation[] {
  const created = sameShown(before.CreationDate, after.CreationDate);
  const backwards =
    (epochMilliseconds(after.LastModifiedDate) ?? 0) < (epochMilliseconds(before.LastModifiedDate) ?? 0);
  return [
    ...dateFormDeviations(contract, after, before),
    ...(created
      ? []
      : wireDeviation(contract, {
          check: 'creation-date',
          kind: 'wrong-state',
          actual: `CreationDate was ${shownValue(before.CreationDate)} and is ${shownValue(after.CreationDate)}.`,
          answerClass: 'changed',
        })),
    ...(backwards
      ? wireDeviation(contract, {
          check: 'last-modified-date',
          kind: 'wrong-state',
          actual: `LastModifiedDate went from ${shownValue(before.LastModifiedDate)} back to ${shownValue(after.LastModifiedDate)}.`,
          answerClass: 'backwards',
        })
      : []),
  ];
}

/** A LastModifiedDate that moved on although the request was refused. */
export function refusedDateDeviations(contract: Contract, before: JsonObject, after: JsonObject): readonly Deviation[] {
  const [earlier, later] = [before, after].map(({ LastModifiedDate }) => epochMilliseconds(LastModifiedDate));
  if (earlier === undefined || later === undefined || later <= earlier) return [];
  return wireDeviation(contract, {
    check: 'last-modified-date',
    kind: 'wrong-state',
    actual: `The request was refused, yet LastModifiedDate went from ${shownValue(before.LastModifiedDate)} to ${shownValue(after.LastModifiedDate)}.`,
    answerClass: 'moved',
  });
}

/**
 * Deviations of a pool's dates from the form that the protocol gives them: seconds since 1970. A date that had its wrong form
 * before the request is no matter of the request.
 */
export function dateFormDeviations(
  contract: Contract,
  shown: JsonObject,
  before: JsonObject = {},
): readonly Deviation[] {
  return (['CreationDate', 'LastModifiedDate'] as const).flatMap((name) => {
    const form = wrongForm(shown[name]);
    if (form === undefined || form === wrongForm(before[name])) return [];
    return wireDeviation(contract, {
      check: 'date-form',
      kind: 'wrong-state',
      actual: `${name} is shown as ${shownValue(shown[name])}.`,
      answerClass: form,
    });
  });
}

function wrongForm(value: JsonValue | undefined): 'text' | 'milliseconds' | undefined {
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' && value > latestSeconds ? 'milliseconds' : undefined;
}

/** The year 5138; as milliseconds it is 1973. */
const latestSeconds = 1e11;
