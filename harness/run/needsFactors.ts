import type { Lane } from './plan.ts';

/** Whether any case of a plan needs SetUserPoolMfaConfig. */
export function needsFactors(lanes: readonly Lane[]): boolean {
  return lanes.some(({ cases }) =>
    cases.some(
      ({ prior, steps = [] }) =>
        prior?.mfa !== undefined || steps.some(({ operation }) => operation === 'SetUserPoolMfaConfig'),
    ),
  );
}
