import type { ClauseId } from '../../specs/clause.ts';
import { type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import { type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import type { Shape } from '../../specs/shape.ts';
import { breachesOfValue, codePoints } from '../breaches/breachesOfValue.ts';
import { withCompanions } from '../companions/index.ts';
import type { BoundaryValue } from '../values/boundaryValue.ts';
import { boundaryValues } from '../values/boundaryValues.ts';
import { lastValueAt, plainValue, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { stretchedString } from '../values/stretchedStrings.ts';
import { type Case, type Prior, poolPlaceholder } from './case.ts';
import { type CaseFilter, everyCase } from './caseFilter.ts';
import { poolIdCases } from './poolIdCases.ts';
import { type GenerationScene, isSeoul } from './scene.ts';
import { softwareToken } from './softwareToken.ts';

/**
 * Every constraint of the edition from both sides, one member at a time with the fewest companions: the values at each
 * bound and one beyond, every word of every enum and words that almost are one, patterns, missing members, wrong types.
 */
export function boundaryCases(scene: GenerationScene, wanted: CaseFilter = everyCase): readonly Case[] {
  const members = membersOf(scene.edition.input).filter(({ path }) => wanted(path));
  return members.flatMap((member) => [
    ...boundaryValues(scene, member).flatMap((value) => boundaryCase(scene, member, value) ?? []),
    ...(member.path === 'UserPoolId' ? poolIdCases(scene) : []),
  ]);
}

/** The case for one value of a member; undefined where no request can be made of it. */
export function boundaryCase(scene: GenerationScene, member: Member, boundary: BoundaryValue): Case | undefined {
  const { path } = member;
  const breaks = breaksOf(member, boundary);
  const placed =
    breaks.length === 0 ? validPlacement(scene, member, boundary) : invalidPlacement(scene, member, boundary);
  if (placed === undefined) return undefined;
  return {
    id: `boundary/${path}/${boundary.kind}/${boundary.variant}`,
    phase: 'boundary',
    clause: modelClauseId(path, boundary.kind),
    member: path,
    breaks: breaks.length === 0 ? brokenAtBound(scene, path) : breaks,
    ...placed,
    ...withinBoundOf(scene, member, boundary, placed.request),
  };
}

/** A legal value of a member, and the smallest object that holds it. */
export interface KeptValue {
  readonly path: MemberPath;
  readonly value: JsonValue;
  readonly holder: JsonObject;
}

/** The values of a member at its bounds that break nothing, wherever they are sent. */
export function keptBoundaryValues(scene: GenerationScene, member: Member): readonly KeptValue[] {
  const { path } = member;
  if (brokenAtBound(scene, path).length > 0) return [];
  return boundaryValues(scene, member).flatMap((boundary): readonly KeptValue[] => {
    const { value } = boundary;
    if (value === undefined || value === 'SOFTWARE_TOKEN' || breaksOf(member, boundary).length > 0) return [];
    return [{ path, value, holder: withPasswordFactor(scene, path, value, requestHolding(scene, path, value)) }];
  });
}

/** What a value that is legal at a bound breaks all the same: no pool has such an id, and no Region such a name. */
function brokenAtBound(scene: GenerationScene, path: string): readonly ClauseId[] {
  if (path === 'UserPoolId') return ['user-pool-id.exists'];
  if (path === 'SmsConfiguration.EumsSms.Region') return ['sms-configuration.eums-sms.region.pool-region'];
  return path === 'SmsConfiguration.SnsRegion' && isSeoul(scene) ? ['sms-configuration.sns-region.pool-region'] : [];
}

/** The same request well within the bound: whatever else might be a reason to refuse, the bound is none. */
function withinBoundOf(
  scene: GenerationScene,
  { path, shape }: Member,
  { kind, variant, value }: BoundaryValue,
  request: JsonObject,
): Pick<Case, 'withinBound'> {
  if (variant !== 'at' || path === 'UserPoolId' || value === undefined) return {};
  const within =
    kind === 'min' ? longerValue(value) : kind === 'max' ? smallerValue(scene, path, shape, value) : undefined;
  const isLegal = within !== undefined && breachesOfValue(path, shape, within).length === 0;
  return isLegal ? { withinBound: withValueAt(request, path, within) } : {};
}

function longerValue(value: JsonValue): JsonValue | undefined {
  return typeof value === 'string' ? `${value}${'a'.repeat(10)}` : undefined;
}

function smallerValue(scene: GenerationScene, path: string, shape: Shape, value: JsonValue): JsonValue | undefined {
  if (typeof value === 'number') return value - 5;
  // A list that has to repeat a word to be this long: a server that accepts repeats accepts this one too.
  if (Array.isArray(value))
    return new Set(value).size < value.length ? value.slice(0, 1).concat(value[0] ?? []) : undefined;
  const isText = typeof value === 'string' && shape.type === 'string';
  return isText ? stretchedString(scene, path, shape, codePoints(value) - 5) : undefined;
}

/** The clause that the case is about first, then those that cannot be kept while it is broken. */
function breaksOf({ path, shape }: Member, { kind, value }: BoundaryValue): readonly ClauseId[] {
  if (value === undefined) return [modelClauseId(path, 'required')];
  const all = breachesOfValue(path, shape, value);
  const about = modelClauseId(path, kind);
  return all.includes(about) ? [about, ...all.filter((clause) => clause !== about)] : all;
}

type RequestAndPrior = Pick<Case, 'request'> & { readonly prior?: Prior };

function validPlacement(
  scene: GenerationScene,
  { path }: Member,
  { value }: BoundaryValue,
): RequestAndPrior | undefined {
  if (value === undefined) return undefined;
  const host = requestHolding(scene, path, value);
  // An enum has this word, and the rules of the service do not let it be sent.
  if (value === 'SOFTWARE_TOKEN') return undefined;
  const request = withPoolPlaceholder(withCompanions(withPasswordFactor(scene, path, value, host), scene));
  if (!jsonEqual(lastValueAt(request, path) ?? null, value)) return undefined;
  if (path !== 'MfaConfiguration') return { request };
  // A word that is refused here may be refused as the prior state too, so that is another one.
  const mfa = value === 'ON' ? softwareToken : { ...softwareToken, MfaConfiguration: 'ON' };
  return { request, prior: { mfa } };
}

/** A first factor is sent behind PASSWORD, which has to be among them, unless it is that. */
function withPasswordFactor(scene: GenerationScene, path: string, value: JsonValue, host: JsonObject): JsonObject {
  if (path !== 'Policies.SignInPolicy.AllowedFirstAuthFactors[]' || value === 'PASSWORD') return host;
  return requestHolding(scene, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', value]);
}

/** A wrong factor without PASSWORD would be refused for that, and its own fault would stay unseen. */
function withPasswordFactorForBreach(scene: GenerationScene, path: string, host: JsonObject): JsonObject {
  return withPasswordFactor(scene, path, 'EMAIL_OTP', host);
}

function invalidPlacement(scene: GenerationScene, { path, shape }: Member, { value }: BoundaryValue): RequestAndPrior {
  const plain = plainValue(scene, path, shape);
  const valid = withCompanions(withPasswordFactorForBreach(scene, path, requestHolding(scene, path, plain)), scene);
  return { request: withValueAt(withPoolPlaceholder(valid), path, value) };
}

function withPoolPlaceholder(request: JsonObject): JsonObject {
  return { UserPoolId: poolPlaceholder, ...request };
}
