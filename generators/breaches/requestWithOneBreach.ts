import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, type MemberPath, membersOf, topLevelOf } from '../../specs/member.ts';
import { memoizeByText } from '../../specs/memoize.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { validRequest } from '../cases/validRequest.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { plainValue, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { breachesOfValue } from './breachesOfValue.ts';
import { breachGenerators } from './breachGenerators.ts';

/** A request that breaks one clause of the model, and the clauses that cannot be kept while that one is broken. */
export interface BrokenRequest {
  readonly request: JsonObject;
  /** The clause first, then the inseparable others. */
  readonly breaks: readonly ClauseId[];
  readonly member: MemberPath;
  readonly clause: ClauseId;
}

/** Requests that break exactly one clause of the model and keep the rest. Every clause is as likely as any other. */
export function requestWithOneBreach(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  return fc.oneof(...breachArms(scene).map(({ arbitrary }) => arbitrary));
}

/** The requests that break one clause in one way. */
export interface BreachArm {
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly arbitrary: fc.Arbitrary<BrokenRequest>;
}

/** Every way to break a clause of the model, in model order. */
export function breachArms(scene: GenerationScene): readonly BreachArm[] {
  const base = validRequest(scene);
  return membersOf(scene.edition.input).flatMap((member) => {
    const host = hostOf(scene, member);
    return breachGenerators(scene, member).map(({ clause, values }) => ({
      clause,
      member: member.path,
      arbitrary: breachArm(host, base, member, clause, values),
    }));
  });
}

/** A valid request with a member, and with what goes with it. */
function hostOf(scene: GenerationScene, { path, shape }: Member): JsonObject {
  const member = requestHolding(scene, path, plainValue(scene, path, shape));
  return withCompanionsForAnyState({ UserPoolId: poolPlaceholder, ...member }, scene);
}

function breachArm(
  host: JsonObject,
  base: fc.Arbitrary<JsonObject>,
  { path, shape }: Member,
  clause: ClauseId,
  values: fc.Arbitrary<JsonValue | undefined>,
): fc.Arbitrary<BrokenRequest> {
  return fc.tuple(base, values).map(([valid, value]) => ({
    request: { ...withoutRelatedMembers(path, valid), ...withValueAt(host, path, value) },
    breaks: value === undefined ? [clause] : [...new Set([clause, ...breachesOfValue(path, shape, value)])],
    member: path,
    clause,
  }));
}

/** Members that rules tie together: a breach in one of them leaves the others out, so that no rule is broken besides. */
const tied = [
  [
    'AutoVerifiedAttributes',
    'UserAttributeUpdateSettings',
    'SmsConfiguration',
    'Policies',
    'MfaConfiguration',
    'LambdaConfig',
    'UserPoolAddOns',
    'UserPoolTier',
    'DcrConfiguration',
    'AcrConfiguration',
  ],
  [
    'EmailConfiguration',
    'SmsVerificationMessage',
    'EmailVerificationMessage',
    'EmailVerificationSubject',
    'VerificationMessageTemplate',
    'AdminCreateUserConfig',
  ],
  ['AdminCreateUserConfig', 'Policies'],
] as const;

/** The part of a valid request that stands in no rule with a member. */
export function withoutRelatedMembers(path: MemberPath, valid: JsonObject): JsonObject {
  const left = relatedTo(topLevelOf(path));
  return Object.fromEntries(Object.entries(valid).filter(([name]) => !left.has(name)));
}

const relatedTo = memoizeByText(
  (top): ReadonlySet<string> => new Set([...tied.filter((names) => names.some((name) => name === top)).flat(), top]),
);
