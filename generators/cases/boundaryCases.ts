import type { ClauseId } from '../../specs/clause.ts';
import { type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import { type Member, membersOf } from '../../specs/member.ts';
import type { Shape } from '../../specs/shape.ts';
import { breachesOfValue, clauseOf, codePoints } from '../breaches/breachesOfValue.ts';
import { withCompanions } from '../companions/index.ts';
import { type BoundaryValue, boundaryValues } from '../values/boundaryValues.ts';
import { hostOf, plainValue, valueAt, withValueAt } from '../values/placeInRequest.ts';
import { stretched } from '../values/stretchedStrings.ts';
import { type Case, type Prior, poolPlaceholder } from './case.ts';
import { nearPoolIds } from './nearPoolIds.ts';
import { softwareToken } from './priors.ts';
import type { GenerationScene } from './scene.ts';
import { everything, type Wanted } from './wanted.ts';

/**
 * Every constraint of the edition from both sides, one member at a time with the fewest companions: the values at each
 * bound and one beyond, every word of every enum and words that almost are one, patterns, missing members, wrong types.
 */
export function boundaryCases(scene: GenerationScene, wanted: Wanted = everything): readonly Case[] {
  const members = membersOf(scene.edition.input).filter(({ path }) => wanted(path));
  return members.flatMap((member) => [
    ...boundaryValues(scene, member).flatMap((value) => caseAt(scene, member, value) ?? []),
    ...(member.path === 'UserPoolId' ? nearPoolIds() : []),
  ]);
}

/** The case for one value of a member; undefined where no request can be made of it. */
export function caseAt(scene: GenerationScene, member: Member, boundary: BoundaryValue): Case | undefined {
  const { path } = member;
  const breaks = breaksOf(member, boundary);
  const placed = breaks.length === 0 ? accepted(scene, member, boundary) : refused(scene, member, boundary);
  if (placed === undefined) return undefined;
  return {
    id: `boundary/${path}/${boundary.kind}/${boundary.variant}`,
    phase: 'boundary',
    clause: clauseOf(path, boundary.kind),
    member: path,
    // A pool's id is legal at its bounds, and no pool has it.
    breaks: path === 'UserPoolId' && breaks.length === 0 ? ['user-pool-id.exists'] : breaks,
    ...placed,
    ...twinOf(scene, member, boundary, placed.request),
  };
}

/** The same request well within the bound: whatever else might be a reason to refuse, the bound is none. */
function twinOf(
  scene: GenerationScene,
  { path, shape }: Member,
  { kind, variant, value }: BoundaryValue,
  request: JsonObject,
): Pick<Case, 'twin'> {
  if (variant !== 'at' || path === 'UserPoolId' || value === undefined) return {};
  const within = kind === 'min' ? moreThan(value) : kind === 'max' ? lessThan(scene, path, shape, value) : undefined;
  const isLegal = within !== undefined && breachesOfValue(path, shape, within).length === 0;
  return isLegal ? { twin: withValueAt(request, path, within) } : {};
}

function moreThan(value: JsonValue): JsonValue | undefined {
  return typeof value === 'string' ? `${value}${'a'.repeat(10)}` : undefined;
}

function lessThan(scene: GenerationScene, path: string, shape: Shape, value: JsonValue): JsonValue | undefined {
  if (typeof value === 'number') return value - 5;
  // A list that has to repeat a word to be this long: whoever takes a word twice takes it here too.
  if (Array.isArray(value))
    return new Set(value).size < value.length ? value.slice(0, 1).concat(value[0] ?? []) : undefined;
  const isText = typeof value === 'string' && shape.type === 'string';
  return isText ? stretched(scene, path, shape, codePoints(value) - 5) : undefined;
}

/** The clause that the case is about first, then those that cannot be kept while it is broken. */
function breaksOf({ path, shape }: Member, { kind, value }: BoundaryValue): readonly ClauseId[] {
  if (value === undefined) return [clauseOf(path, 'required')];
  const all = breachesOfValue(path, shape, value);
  const about = clauseOf(path, kind);
  return all.includes(about) ? [about, ...all.filter((clause) => clause !== about)] : all;
}

type Placed = Pick<Case, 'request'> & { readonly prior?: Prior };

function accepted(scene: GenerationScene, { path }: Member, { value }: BoundaryValue): Placed | undefined {
  if (value === undefined) return undefined;
  const host = hostOf(scene, path, value);
  // An enum has this word, and the rules of the service do not let it be sent.
  if (value === 'SOFTWARE_TOKEN') return undefined;
  const request = inPool(withCompanions(beside(scene, path, value, host), scene));
  if (!jsonEqual(valueAt(request, path) ?? null, value)) return undefined;
  if (path !== 'MfaConfiguration') return { request };
  // A word that is refused here may be refused as the prior state too, so that is another one.
  const mfa = value === 'ON' ? softwareToken : { ...softwareToken, MfaConfiguration: 'ON' };
  return { request, prior: { mfa } };
}

/** A first factor is sent behind PASSWORD, which has to be among them, unless it is that. */
function beside(scene: GenerationScene, path: string, value: JsonValue, host: JsonObject): JsonObject {
  if (path !== 'Policies.SignInPolicy.AllowedFirstAuthFactors[]' || value === 'PASSWORD') return host;
  return hostOf(scene, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', value]);
}

/** A wrong factor without PASSWORD would be refused for that, and its own fault would stay unseen. */
function brokenBeside(scene: GenerationScene, path: string, host: JsonObject): JsonObject {
  return beside(scene, path, 'EMAIL_OTP', host);
}

function refused(scene: GenerationScene, { path, shape }: Member, { value }: BoundaryValue): Placed {
  const plain = plainValue(scene, path, shape);
  const valid = withCompanions(brokenBeside(scene, path, hostOf(scene, path, plain)), scene);
  return { request: withValueAt(inPool(valid), path, value) };
}

function inPool(request: JsonObject): JsonObject {
  return { UserPoolId: poolPlaceholder, ...request };
}
