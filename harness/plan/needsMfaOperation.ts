import type { Case } from '../../generators/cases/case.ts';
import type { Lane } from './plan.ts';

/** Whether any case of a plan needs SetUserPoolMfaConfig. */
export function needsMfaOperation(lanes: readonly Lane[]): boolean {
  for (const { cases } of lanes) for (const one of cases) if (usesMfaOperation(one)) return true;
  return false;
}

function usesMfaOperation({ prior, steps = [] }: Case): boolean {
  return prior?.mfa !== undefined || steps.some(({ operation }) => operation === 'SetUserPoolMfaConfig');
}
