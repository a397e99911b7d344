import type { JsonObject } from '../../specs/json.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { type Companion, getIn, getListIn, isInEdition, setIn, setInIfAbsent } from './requestPaths.ts';

const tiers = ['LITE', 'ESSENTIALS', 'PLUS'] as const;
type Tier = (typeof tiers)[number];

const mode = 'UserPoolAddOns.AdvancedSecurityMode';
const history = 'Policies.PasswordPolicy.PasswordHistorySize';
const factors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** A password history and additional flows need threat protection to be on. */
export const threatProtection: Companion = (request) => {
  const remembers = Number(getIn(request, history) ?? 0) > 0;
  const hasFlows = getIn(request, 'UserPoolAddOns.AdvancedSecurityAdditionalFlows') !== undefined;
  const isOn = getIn(request, mode) === 'AUDIT' || getIn(request, mode) === 'ENFORCED';
  return isOn || !(remembers || hasFlows) ? request : setIn(request, mode, 'AUDIT');
};

/**
 * A feature goes with a plan that has it, in the same request, whatever plan the pool is in. A request for a smaller plan
 * turns off what that plan does not have.
 */
export const tier: Companion = (request, scene) => {
  if (!isInEdition(scene, 'UserPoolTier')) return request;
  const sent = tiers.find((each) => each === getIn(request, 'UserPoolTier'));
  const needed = neededTier(request);
  const chosen = tiers.indexOf(needed) > tiers.indexOf(sent ?? 'LITE') ? needed : (sent ?? defaultTier(request));
  if (chosen === undefined) return request;
  return withoutFeaturesAbove(chosen, setIn(request, 'UserPoolTier', chosen), scene);
};

/** Whether a pool on the smallest plan accepts these two at all is unknown, so a larger plan is chosen. */
function defaultTier(request: JsonObject): Tier | undefined {
  const speaks = ['DcrConfiguration', 'AcrConfiguration'].some((member) => getIn(request, member) !== undefined);
  return speaks ? 'ESSENTIALS' : undefined;
}

function neededTier(request: JsonObject): Tier {
  const protection = getIn(request, mode);
  if (protection === 'AUDIT' || protection === 'ENFORCED') return 'PLUS';
  const version = getIn(request, 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion');
  const registers = getIn(request, 'DcrConfiguration');
  const essentials =
    getListIn(request, factors).some((factor) => factor !== 'PASSWORD') ||
    (version !== undefined && version !== 'V1_0') ||
    (registers !== undefined && getIn(registers, 'EnableStatus') !== 'Disabled') ||
    (getIn(request, 'AcrConfiguration') !== undefined && !isDefaultNames(request));
  return essentials ? 'ESSENTIALS' : 'LITE';
}

function withoutFeaturesAbove(chosen: Tier, request: JsonObject, scene: GenerationScene): JsonObject {
  if (chosen === 'PLUS') return request;
  const protectionOff = setInIfAbsent(setInIfAbsent(request, mode, 'OFF'), history, 0);
  if (chosen === 'ESSENTIALS') return protectionOff;
  const passwordOnly = setInIfAbsent(protectionOff, factors, ['PASSWORD']);
  const unregistered = isInEdition(scene, 'DcrConfiguration')
    ? setInIfAbsent(passwordOnly, 'DcrConfiguration.EnableStatus', 'Disabled')
    : passwordOnly;
  return isInEdition(scene, 'AcrConfiguration')
    ? setInIfAbsent(unregistered, 'AcrConfiguration', defaultNames)
    : unregistered;
}

const defaultNames = Object.fromEntries(
  [1, 2, 3, 4].map((level) => [`Level${level}`, { AcrValue: `urn:cognito:loa:${level}` }]),
);

function isDefaultNames(request: JsonObject): boolean {
  return JSON.stringify(getIn(request, 'AcrConfiguration')) === JSON.stringify(defaultNames);
}
