import { testedOperation } from '../../specs/operation.ts';
import type { Case, Step } from './case.ts';
import { parallelCase } from './parallelCase.ts';

/** Concurrent updates of one pool, enough to be throttled; none by default. */
export function burstCases(updates: number): readonly Case[] {
  if (updates < 2) return [];
  const parallel = Array.from({ length: updates }, (_, index): Step => update(`${index + 1}`));
  return [{ ...parallelCase('errors', `errors/burst/${updates}`, parallel), burst: true }];
}

function update(value: string): Step {
  return { operation: testedOperation, pool: 1, body: { UserPoolTags: { Burst: value } } };
}
