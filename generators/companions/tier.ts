import type { JsonObject } from '../../specs/json.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { at, type Companion, knows, listAt, put, putIfAbsent } from './draft.ts';

const tiers = ['LITE', 'ESSENTIALS', 'PLUS'] as const;
type Tier = (typeof tiers)[number];

const mode = 'UserPoolAddOns.AdvancedSecurityMode';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** A password history and flows of one's own need threat protection to be on. */
export const threatProtection: Companion = (request) => {
  const remembers = Number(at(request, history) ?? 0) > 0;
  const hasFlows = at(request, 'UserPoolAddOns.AdvancedSecurityAdditionalFlows') !== undefined;
  const isOn = at(request, mode) === 'AUDIT' || at(request, mode) === 'ENFORCED';
  return isOn || !(remembers || hasFlows) ? request : put(request, mode, 'AUDIT');
};

/**
 * A feature goes with a plan that has it, in the same request, whatever plan the pool is in. A request for a smaller plan
 * turns off what that plan does not have.
 */
export const tier: Companion = (request, scene) => {
  if (!knows(scene, 'UserPoolTier')) return request;
  const sent = tiers.find((each) => each === at(request, 'UserPoolTier'));
  const needed = neededTier(request);
  const chosen = tiers.indexOf(needed) > tiers.indexOf(sent ?? 'LITE') ? needed : (sent ?? unspoken(request));
  if (chosen === undefined) return request;
  return withoutFeaturesAbove(chosen, put(request, 'UserPoolTier', chosen), scene);
};

/** Whether these two may be sent at all to a pool that is on the smallest plan is not known, so that is not left to chance. */
function unspoken(request: JsonObject): Tier | undefined {
  const speaks = ['DcrConfiguration', 'AcrConfiguration'].some((member) => at(request, member) !== undefined);
  return speaks ? 'ESSENTIALS' : undefined;
}

function neededTier(request: JsonObject): Tier {
  const protection = at(request, mode);
  if (protection === 'AUDIT' || protection === 'ENFORCED') return 'PLUS';
  const version = at(request, 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion');
  const registers = at(request, 'DcrConfiguration');
  const essentials =
    listAt(request, factors).some((factor) => factor !== 'PASSWORD') ||
    (version !== undefined && version !== 'V1_0') ||
    (registers !== undefined && at(registers, 'EnableStatus') !== 'Disabled') ||
    (at(request, 'AcrConfiguration') !== undefined && !isDefaultNames(request));
  return essentials ? 'ESSENTIALS' : 'LITE';
}

function withoutFeaturesAbove(chosen: Tier, request: JsonObject, scene: GenerationScene): JsonObject {
  if (chosen === 'PLUS') return request;
  const protectionOff = putIfAbsent(putIfAbsent(request, mode, 'OFF'), history, 0);
  if (chosen === 'ESSENTIALS') return protectionOff;
  const passwordOnly = putIfAbsent(protectionOff, factors, ['PASSWORD']);
  const unregistered = knows(scene, 'DcrConfiguration')
    ? putIfAbsent(passwordOnly, 'DcrConfiguration.EnableStatus', 'Disabled')
    : passwordOnly;
  return knows(scene, 'AcrConfiguration') ? putIfAbsent(unregistered, 'AcrConfiguration', defaultNames) : unregistered;
}

const defaultNames = Object.fromEntries(
  [1, 2, 3, 4].map((level) => [`Level${level}`, { AcrValue: `urn:cognito:loa:${level}` }]),
);

function isDefaultNames(request: JsonObject): boolean {
  return JSON.stringify(at(request, 'AcrConfiguration')) === JSON.stringify(defaultNames);
}
