import type { Case, Step } from './case.ts';
import { parallelCase } from './parallelCase.ts';

/** So many updates of one pool at one moment, to be told to wait; none unless it is asked for. */
export function burstCases(updates: number): readonly Case[] {
  if (updates < 2) return [];
  const parallel = Array.from({ length: updates }, (_, index): Step => update(`${index + 1}`));
  return [{ ...parallelCase('errors', `errors/burst/${updates}`, parallel), burst: true }];
}

function update(value: string): Step {
  return { operation: 'UpdateUserPool', pool: 1, body: { UserPoolTags: { Burst: value } } };
}
