import fc from 'fast-check';
import { breachArms } from '../../generators/breaches/requestWithOneBreach.ts';
import { poolPlaceholder } from '../../generators/cases/case.ts';
import { validRequest as validOnAnyPool } from '../../generators/cases/validRequest.ts';
import { memberValues } from '../../generators/values/memberValues.ts';
import type { ClauseId } from '../../specs/clause.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { checkValues, wholeFrom } from '../targets/msw/optionChecks.ts';
import { type ArbitraryOptions, defaultPoolId, sceneFor } from './arbitraryOptions.ts';
import { requireName } from './requireName.ts';
import { requireObject } from './requireObject.ts';

/**
 * UpdateUserPool requests that keep every clause, on a pool in whatever state such requests have left: from a single member to
 * all of them. Shrinking removes members. Law: `contract.check` finds no breach.
 */
export function validRequest(options: ArbitraryOptions = {}): fc.Arbitrary<JsonObject> {
  return validOnAnyPool(sceneFor(options)).map((request) => withChosenPool(request, options));
}

/**
 * UpdateUserPool requests that break one clause of the model and keep the rest, but for clauses that cannot be kept while that
 * one is broken. Law: `contract.check` finds the clause. Throws a TypeError with a near word for a clause that no generator
 * breaks.
 */
export function breaking(clause: ClauseId, options: ArbitraryOptions = {}): fc.Arbitrary<JsonObject> {
  const arms = armsOf(sceneFor(options));
  const wanted = requireName('breaking', 'clause', clause, 'pool-name.max');
  const found = arms.filter((arm) => arm.clause === wanted);
  if (found.length > 0)
    return fc.oneof(...found.map(({ arbitrary }) => arbitrary)).map(({ request }) => withChosenPool(request, options));
  const known = [...new Set(arms.map((arm) => arm.clause))];
  throw new TypeError(`No arbitrary breaks "${clause}".${didYouMean(clause, known)}`);
}

/** The ids of the clauses that `breaking` can break. */
export function breakableClauses(options: ArbitraryOptions = {}): readonly ClauseId[] {
  return [...new Set(armsOf(sceneFor(options)).map(({ clause }) => clause))];
}

/**
 * Values of any member that keep its constraints: `member('Policies.PasswordPolicy.MinimumLength')`. Rules between members are
 * not considered. Throws a TypeError with a near word for an unknown member.
 */
export function member(path: MemberPath, options: ArbitraryOptions = {}): fc.Arbitrary<JsonValue> {
  const scene = sceneFor(options);
  const members = membersOf(scene.edition.input);
  const wanted = requireName('member', 'path', path, 'Policies.PasswordPolicy');
  const found = members.find((known) => known.path === wanted);
  if (found !== undefined) return memberValues(scene, path, found.shape);
  const known = members.map((other) => other.path);
  throw new TypeError(`Edition ${scene.edition.date} has no member "${path}".${didYouMean(path, known)}`);
}

/** Names of pools, 1 to 128 characters. Editions before 2024-12-11 have no PoolName in the request. */
export function poolName(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
  return textArbitrary('PoolName', options);
}

/** ARNs of Lambda functions and aliases, in the Region of the pool. */
export function lambdaArn(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
  return textArbitrary('LambdaConfig.PreSignUp', options);
}

/** ARNs of KMS keys, in the Region of the pool. */
export function kmsKeyArn(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
  return textArbitrary('LambdaConfig.KMSKeyID', options);
}

/** ARNs of IAM roles. */
export function roleArn(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
  return textArbitrary('SmsConfiguration.SnsCallerArn', options);
}

/** ARNs of SES identities, in the Region of the pool. */
export function sesIdentityArn(options: ArbitraryOptions = {}): fc.Arbitrary<string> {
  return textArbitrary('EmailConfiguration.SourceArn', options);
}

/** Tags of a pool: up to 50, keys of 1 to 128 and values of 0 to 256 characters. */
export function tags(options: ArbitraryOptions = {}): fc.Arbitrary<Readonly<Record<string, string>>> {
  return member('UserPoolTags', options).map((value) => Object.fromEntries(Object.entries(value ?? {}).map(textEntry)));
}

/** Password policies. */
export function passwordPolicy(options: ArbitraryOptions = {}): fc.Arbitrary<JsonValue> {
  return member('Policies.PasswordPolicy', options);
}

/**
 * Valid requests to one pool, to be sent in order: a later one leaves out members that an earlier one sets, which UpdateUserPool
 * resets or keeps. Law: each keeps every clause.
 */
export function sequenceOfUpdates(
  options: ArbitraryOptions & { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<readonly JsonObject[]> {
  requireObject('sequenceOfUpdates', 'options', options);
  const { minLength = 2, maxLength = Math.max(6, minLength), ...rest } = options;
  checkValues(
    'sequenceOfUpdates',
    { minLength, maxLength },
    { minLength: wholeFrom(0), maxLength: wholeFrom(minLength) },
  );
  return fc.array(validRequest(rest), { minLength, maxLength });
}

const armsOf = memoizeByObject(breachArms);

function withChosenPool(request: JsonObject, { userPoolId = defaultPoolId }: ArbitraryOptions): JsonObject {
  return request.UserPoolId === poolPlaceholder ? { ...request, UserPoolId: userPoolId } : request;
}

function textArbitrary(path: MemberPath, options: ArbitraryOptions): fc.Arbitrary<string> {
  return member(path, options).map(String);
}

function textEntry([key, value]: readonly [string, unknown]): readonly [string, string] {
  return [key, String(value)];
}
