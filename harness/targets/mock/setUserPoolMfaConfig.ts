import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import { Refusal } from './answer.ts';
import { type Pool, showMfa } from './pool.ts';
import { changePool, poolOf, type World } from './world.ts';

/** Sets MFA and its factors. What is left out is turned off, MfaConfiguration too; SmsConfiguration alone stays. */
export function setUserPoolMfaConfig(request: JsonObject, world: World): JsonObject {
  const pool = poolOf(request, world);
  const broken = brokenMfaRule(request, pool);
  if (broken !== undefined) throw new Refusal('InvalidParameterException', broken);
  const { SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration } = request;
  const sms = isJsonObject(SmsMfaConfiguration) ? SmsMfaConfiguration : {};
  const settings = { ...pool.settings, ...sms, MfaConfiguration: request.MfaConfiguration ?? 'OFF' };
  const factors = definedMembers({ SoftwareTokenMfaConfiguration, EmailMfaConfiguration, WebAuthnConfiguration });
  return showMfa(changePool(pool, { settings, factors }, world));
}

// The order is the service's: what contradicts MFA being off is refused before the e-mail account is checked.
function brokenMfaRule(request: JsonObject, { settings }: Pool): string | undefined {
  const {
    MfaConfiguration: mfa = 'OFF',
    SmsMfaConfiguration,
    SoftwareTokenMfaConfiguration,
    EmailMfaConfiguration,
  } = request;
  const hasFactor = [SmsMfaConfiguration, SoftwareTokenMfaConfiguration, EmailMfaConfiguration].some(
    (block) => block !== undefined,
  );
  if (mfa === 'OFF') return hasFactor ? texts.offWithFactor : undefined;
  if (!hasFactor) return texts.noFactor;
  if (EmailMfaConfiguration !== undefined && !sendsOwnEmail(settings)) return texts.emailNeedsDeveloper;
  if (EmailMfaConfiguration !== undefined && !recoversWithoutEmail(settings)) return texts.emailRecoversAlone;
  return mfa === 'ON' ? brokenFirstFactorRule(request, settings) : undefined;
}

function brokenFirstFactorRule({ WebAuthnConfiguration }: JsonObject, settings: JsonObject): string | undefined {
  const first = valueAt(settings, 'Policies.SignInPolicy.AllowedFirstAuthFactors');
  const allowed: readonly JsonValue[] = Array.isArray(first) ? first : [];
  if (allowed.includes('EMAIL_OTP') || allowed.includes('SMS_OTP')) return texts.oneTimePassword;
  const factor = valueAt(WebAuthnConfiguration, 'FactorConfiguration');
  return allowed.includes('WEB_AUTHN') && factor !== 'MULTI_FACTOR_WITH_USER_VERIFICATION' ? texts.webAuthn : undefined;
}

function sendsOwnEmail(settings: JsonObject): boolean {
  return valueAt(settings, 'EmailConfiguration.EmailSendingAccount') === 'DEVELOPER';
}

// admin_only is taken; no setting at all is not.
function recoversWithoutEmail(settings: JsonObject): boolean {
  const mechanisms = valueAt(settings, 'AccountRecoverySetting.RecoveryMechanisms');
  return Array.isArray(mechanisms) && mechanisms.some((mechanism) => valueAt(mechanism, 'Name') !== 'verified_email');
}

function definedMembers(blocks: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(blocks).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

const texts = {
  offWithFactor: "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  noFactor: 'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
  emailNeedsDeveloper:
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT. Update the value of EmailSendingAccount.',
  emailRecoversAlone:
    'Cannot set EmailMfaConfiguration when user pool AccountRecoverySetting is not set or contains only verified_email in RecoveryMechanisms.',
  oneTimePassword: 'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  webAuthn:
    'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
} as const;
