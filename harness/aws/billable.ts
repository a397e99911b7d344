import type { Case } from '../../generators/cases/case.ts';
import type { JsonObject } from '../../specs/json.ts';
import { isJsonObject } from '../../specs/json.ts';
import { valueAt } from '../oracle/condition.ts';

/** Why a case may cost money or send messages, or undefined. Its prior state and steps count as well. */
export function billable(testCase: Case): string | undefined {
  const steps = [...(testCase.steps ?? []), ...(testCase.parallel ?? []), ...(testCase.prior?.steps ?? [])].map(
    ({ body }) => body,
  );
  const requests = [testCase.request, testCase.withinBound, testCase.prior?.update, testCase.prior?.mfa, ...steps];
  const found = requests.flatMap((request) => (request === undefined ? [] : (reason(request) ?? [])));
  const why = found[0] ?? rawReason(testCase.raw?.body ?? '');
  return why === undefined ? undefined : `It ${why}; --allow-billable sends it.`;
}

function reason(request: JsonObject): string | undefined {
  if (valueAt(request, 'UserPoolTier') === 'PLUS') return 'asks for the Plus tier, which costs money';
  const threats = [
    'UserPoolAddOns.AdvancedSecurityMode',
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
  ].map((member) => valueAt(request, member));
  if (threats.some((mode) => mode === 'AUDIT' || mode === 'ENFORCED')) {
    return 'turns on threat protection, which costs money';
  }
  const demandsMfa = request.MfaConfiguration === 'ON' || request.MfaConfiguration === 'OPTIONAL';
  if (isJsonObject(request.SmsMfaConfiguration) || (demandsMfa && isJsonObject(request.SmsConfiguration))) {
    return 'turns on MFA by SMS, which costs money';
  }
  return undefined;
}

// A raw body may not be valid JSON, so its text is searched.
function rawReason(text: string): string | undefined {
  return /PLUS|AUDIT|ENFORCED|SmsMfaConfiguration/.test(text) ? 'names what costs money' : undefined;
}
