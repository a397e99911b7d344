import fc from 'fast-check';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type Member, type MemberPath, membersOf, topLevelOf } from '../../specs/member.ts';
import { oncePerText } from '../../specs/oncePer.ts';
import { poolPlaceholder } from '../cases/case.ts';
import type { GenerationScene } from '../cases/scene.ts';
import { validRequest } from '../cases/validRequests.ts';
import { onAnyState } from '../companions/index.ts';
import { hostOf, plainValue, withValueAt } from '../values/placeInRequest.ts';
import { breachesOfValue } from './breachesOfValue.ts';
import { waysToBreak } from './waysToBreak.ts';

/** A request that breaks one clause of the model, and the clauses that cannot be kept while that one is broken. */
export interface BrokenRequest {
  readonly request: JsonObject;
  /** The clause first, then the inseparable others. */
  readonly breaks: readonly ClauseId[];
  readonly member: MemberPath;
  readonly clause: ClauseId;
}

/** Requests that break exactly one clause of the model and keep the rest. Every clause is as likely as any other. */
export function brokenRequest(scene: GenerationScene): fc.Arbitrary<BrokenRequest> {
  return fc.oneof(...brokenArms(scene).map(({ arbitrary }) => arbitrary));
}

/** The requests that break one clause in one way. */
export interface BrokenArm {
  readonly clause: ClauseId;
  readonly member: MemberPath;
  readonly arbitrary: fc.Arbitrary<BrokenRequest>;
}

/** Every way to break a clause of the model, in model order. */
export function brokenArms(scene: GenerationScene): readonly BrokenArm[] {
  const base = validRequest(scene);
  return membersOf(scene.edition.input).flatMap((member) =>
    waysToBreak(scene, member).map(({ clause, values }) => ({
      clause,
      member: member.path,
      arbitrary: brokenArm(scene, base, member, clause, values),
    })),
  );
}

function brokenArm(
  scene: GenerationScene,
  base: fc.Arbitrary<JsonObject>,
  { path, shape }: Member,
  clause: ClauseId,
  values: fc.Arbitrary<JsonValue | undefined>,
): fc.Arbitrary<BrokenRequest> {
  const member = hostOf(scene, path, plainValue(scene, path, shape));
  const host = onAnyState({ UserPoolId: poolPlaceholder, ...member }, scene);
  return fc.tuple(base, values).map(([valid, value]) => ({
    request: { ...unrelatedTo(path, valid), ...withValueAt(host, path, value) },
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
export function unrelatedTo(path: MemberPath, valid: JsonObject): JsonObject {
  const left = relatedTo(topLevelOf(path));
  return Object.fromEntries(Object.entries(valid).filter(([name]) => !left.has(name)));
}

const relatedTo = oncePerText(
  (top): ReadonlySet<string> => new Set([...tied.filter((names) => names.some((name) => name === top)).flat(), top]),
);
