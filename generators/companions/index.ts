import type { Edition } from '../../specs/edition.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { forgottenAttributes, smsSender, verifiedAttributes } from './attributes.ts';
import { emailSender } from './emailSender.ts';
import { key } from './key.ts';
import { passwordValidity } from './passwordValidity.ts';
import { recovery } from './recovery.ts';
import type { Companion } from './requestPaths.ts';
import { firstFactors, secondFactor } from './signIn.ts';
import { templates } from './templates.ts';
import { threatProtection, tier } from './tier.ts';
import { triggers } from './triggers.ts';

/** In this order a later step never undoes an earlier one. */
const steps: readonly Companion[] = [
  verifiedAttributes,
  firstFactors,
  secondFactor,
  smsSender,
  triggers,
  passwordValidity,
  threatProtection,
  tier,
  templates,
  emailSender,
  recovery,
  key,
];

/**
 * The request with everything that the service's rules ask to go with it, and without what they do not let go together.
 * The model's clauses are kept if they were kept before.
 */
export function withCompanions(request: JsonObject, scene: GenerationScene): JsonObject {
  return inModelOrder(applyCompanions(request, scene), scene);
}

/** Also valid on a pool in whatever state earlier valid requests may have left it. */
export function withCompanionsForAnyState(request: JsonObject, scene: GenerationScene): JsonObject {
  return inModelOrder(forgottenAttributes(applyCompanions(request, scene), scene), scene);
}

function applyCompanions(request: JsonObject, scene: GenerationScene): JsonObject {
  return steps.reduce((draft, step) => step(draft, scene), request);
}

function inModelOrder(request: JsonObject, { edition }: GenerationScene): JsonObject {
  const ordered: Record<string, JsonValue> = {};
  for (const name of modelOrder(edition)) {
    const value = Object.hasOwn(request, name) ? request[name] : undefined;
    if (value !== undefined) ordered[name] = value;
  }
  // What the edition does not have comes last.
  return Object.keys(ordered).length === Object.keys(request).length ? ordered : { ...ordered, ...request };
}

const modelOrder = memoizeByObject(({ input }: Edition): readonly string[] => Object.keys(input.members));
