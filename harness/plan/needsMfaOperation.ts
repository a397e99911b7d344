import type { Case } from '../../generators/cases/case.ts';
import type { Lane } from './plan.ts';

/** Whether any case of a plan needs SetUserPoolMfaConfig. */
export function needsMfaOperation(lanes: readonly Lane[]): boolean {
  // Cases that are drawn as they are read would be drawn here and once more to be sent, so the others are asked first.
  const { held = [], drawn = [] } = Object.groupBy(lanes, ({ cases }) => (Array.isArray(cases) ? 'held' : 'drawn'));
  for (const { cases } of [...held, ...drawn]) for (const one of cases) if (usesMfaOperation(one)) return true;
  return false;
}

function usesMfaOperation({ prior, steps = [] }: Case): boolean {
  return prior?.mfa !== undefined || steps.some(({ operation }) => operation === 'SetUserPoolMfaConfig');
}
