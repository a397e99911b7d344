import type { Contract } from '../../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';

/** Services that know a rule, and follow it halfway: of two members they look at one, of several words at some. */
export function partialRuleMutants({ byId }: Contract): readonly Mutant[] {
  return partialRules
    .filter(({ clause }) => byId.has(clause))
    .map(({ name, clause, says, overlooks }) => ({
      id: `rule/${clause}/${name}`,
      group: 'rule',
      member: byId.get(clause)?.member ?? '',
      clause,
      says,
      alteration: {
        steps: (usual) => ({
          brokenRule: (request, result) => usual.brokenRule(overlooks(request, request), overlooks(result, request)),
        }),
      },
    }));
}

interface PartialRule {
  readonly name: string;
  readonly clause: string;
  readonly says: string;
  /** What the rules are shown in place of the request, and in place of the result. */
  readonly overlooks: (seen: JsonObject, request: JsonObject) => JsonObject;
}

const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const verified = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate';
const tokenVersion = 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion';
const tokenArn = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';
const mode = 'UserPoolAddOns.AdvancedSecurityMode';

const partialRules: readonly PartialRule[] = [
  {
    name: 'one-suffices',
    clause: 'user-attribute-update-settings.attributes-require-verification-before-update.auto-verified',
    says: 'One attribute of the list in AutoVerifiedAttributes is enough.',
    overlooks: (seen) => {
      const auto = listAt(seen, 'AutoVerifiedAttributes');
      const within = listAt(seen, verified).filter((one) => auto.includes(one));
      return within.length === 0 ? seen : withExisting(seen, verified, within);
    },
  },
  {
    name: 'one-time-password-by-sms',
    clause: 'policies.sign-in-policy.allowed-first-auth-factors.one-time-passwords-with-mfa',
    says: 'SMS_OTP goes with MFA ON.',
    overlooks: (seen) =>
      dottedAt(seen, 'MfaConfiguration') === 'ON'
        ? withExisting(
            seen,
            factors,
            listAt(seen, factors).filter((one) => one !== 'SMS_OTP'),
          )
        : seen,
  },
  ...['V2_0', 'AUDIT', 'ENFORCED'].map(
    (word): PartialRule => ({
      name: `not-for-${word}`,
      clause:
        word === 'V2_0'
          ? 'lambda-config.pre-token-generation-config.plan'
          : 'user-pool-add-ons.advanced-security-mode.plan',
      says: `${word} is had on every plan.`,
      overlooks: (seen) => {
        const path = word === 'V2_0' ? tokenVersion : mode;
        return dottedAt(seen, path) === word ? withExisting(seen, path, word === 'V2_0' ? 'V1_0' : 'OFF') : seen;
      },
    }),
  ),
  ...['lambda-config.pre-token-generation-config.plan', 'policies.sign-in-policy.allowed-first-auth-factors.plan'].map(
    (clause): PartialRule => ({
      name: 'plan-of-the-request-alone',
      clause,
      says: 'The plan that the pool has is forgotten where the request names none.',
      overlooks: (seen, request) => (request.UserPoolTier === undefined ? { ...seen, UserPoolTier: 'PLUS' } : seen),
    }),
  ),
  {
    name: 'name-alone',
    clause: 'lambda-config.pre-token-generation.same-function',
    says: 'Functions of two accounts count as one if their names are the same.',
    overlooks: (seen) => {
      const older = dottedAt(seen, 'LambdaConfig.PreTokenGeneration');
      const isNamesake =
        functionName(older) !== undefined && functionName(older) === functionName(dottedAt(seen, tokenArn));
      return isNamesake && older !== undefined ? withExisting(seen, tokenArn, older) : seen;
    },
  },
  ...['CustomSMSSender', 'CustomEmailSender'].map(
    (sender): PartialRule => ({
      name: `not-for-${sender}`,
      clause: 'lambda-config.kms-key-id.for-custom-senders',
      says: `${sender} needs no key.`,
      overlooks: (seen) => {
        const { [sender]: _sender, ...others } = objectIn(seen, 'LambdaConfig');
        return isJsonObject(seen.LambdaConfig) ? { ...seen, LambdaConfig: others } : seen;
      },
    }),
  ),
  {
    name: 'near-region',
    clause: 'lambda-config.pre-sign-up.region',
    says: 'A Region of the same country is as good as the pool’s own.',
    overlooks: (seen) => {
      const arn = dottedAt(seen, 'LambdaConfig.PreSignUp');
      return typeof arn === 'string'
        ? withExisting(seen, 'LambdaConfig.PreSignUp', arn.replace(':us-east-2:', ':us-east-1:'))
        : seen;
    },
  },
  {
    name: 'first-against-second',
    clause: 'acr-configuration.value.unique',
    says: 'Level1 is compared with Level2 alone.',
    overlooks: (seen) => {
      const { Level1, Level2 } = objectIn(seen, 'AcrConfiguration');
      const both = Level1 !== undefined && Level2 !== undefined;
      return isJsonObject(seen.AcrConfiguration) ? { ...seen, AcrConfiguration: both ? { Level1, Level2 } : {} } : seen;
    },
  },
  {
    name: 'fold-case',
    clause: 'acr-configuration.key.levels',
    says: 'Levels in lower case are taken too.',
    overlooks: (seen) => {
      const levels = Object.entries(objectIn(seen, 'AcrConfiguration'));
      const upper = levels.map(([key, value]) => [key.replace(/^level/, 'Level'), value] as const);
      return isJsonObject(seen.AcrConfiguration) ? { ...seen, AcrConfiguration: Object.fromEntries(upper) } : seen;
    },
  },
];

function listAt(value: JsonObject, path: MemberPath): readonly JsonValue[] {
  const list = dottedAt(value, path);
  return Array.isArray(list) ? list : [];
}

function objectIn(value: JsonObject, name: string): JsonObject {
  const object = value[name];
  return isJsonObject(object) ? object : {};
}

function functionName(arn: JsonValue | undefined): string | undefined {
  return typeof arn === 'string' ? arn.split(':')[6] : undefined;
}

// What is not there is not put there.
function withExisting(value: JsonObject, path: MemberPath, by: JsonValue): JsonObject {
  return dottedAt(value, path) === undefined ? value : withDottedAt(value, path, by);
}
