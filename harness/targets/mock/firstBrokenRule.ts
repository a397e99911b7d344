import type { JsonObject } from '../../../specs/json.ts';
import { evaluate, valueAt } from '../../oracle/condition.ts';
import type { ServiceError } from './answer.ts';
import type { Rule } from './memberRules.ts';
import { ruleText } from './ruleText.ts';

/** The first rule that a request breaks, with the error and the text of the service; undefined where it keeps all. */
export function firstBrokenRule(
  rules: readonly Rule[],
  request: JsonObject,
  result: JsonObject,
  region: string,
): ServiceError | undefined {
  const scene = { request, region, result: (path: string) => valueAt(result, path) };
  const isAsked = ({ needed }: Rule) => needed?.some((name) => Object.hasOwn(request, name)) ?? true;
  const broken = rules.find((rule) => isAsked(rule) && evaluate(rule.constraint.breach, scene) === true);
  return (
    broken && { name: broken.onBreach[0] ?? 'InvalidParameterException', message: ruleText(broken, result, region) }
  );
}
