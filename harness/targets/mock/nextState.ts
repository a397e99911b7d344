import type { Basis, Effect } from '../../../specs/clause.ts';
import { shownFor } from '../../../specs/couplings.ts';
import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import type { Shape, StructureShape } from '../../../specs/shape.ts';
import { applyMirrors } from './applyMirrors.ts';
import { followLeaders } from './followLeaders.ts';
import type { EffectOf, ParentForm } from './memberRules.ts';

/** What has to be known to tell the state after a request. */
export interface StateKnowledge {
  readonly edition: Edition;
  readonly basis: Basis;
  readonly effectOf: EffectOf;
  /** What a new pool shows, under the names of the request. */
  readonly fresh: JsonObject;
}

/**
 * The settings of a pool after an accepted request; neither argument is changed.
 *
 * A scalar or a list that is sent takes the place of the stored one. Inside a structure that is sent, a member left out
 * is treated as the structure is when it is left out itself: LambdaConfig, which is reset, is replaced whole, and Policies,
 * which is kept, keeps the half that was not sent. Both were measured; for the others it is the reading that needs the
 * fewest exceptions.
 */
export function nextState(prior: JsonObject, request: JsonObject, knowledge: StateKnowledge): JsonObject {
  const { edition, basis, fresh } = knowledge;
  const { UserPoolId: _names, ...members } = edition.input.members;
  const input: StructureShape = { ...edition.input, members };
  const pool: Place = { path: '', prior, sent: request, fresh, keeps: basis === 'observed', around: 'sent' };
  // A name has no default to fall back to, and older editions have no member that sets it.
  const name: JsonObject = prior.PoolName === undefined ? {} : { PoolName: prior.PoolName };
  const settings = applyMirrors({ ...name, ...nextStructure(input, pool, knowledge) }, request, Object.keys(members));
  return followLeaders(settings, request);
}

/**
 * Kept when left out, and yet replaced whole when sent: their members exclude or presuppose each other, so that old and
 * new ones together would be a setting that nobody asked for.
 */
const replacedWhole: ReadonlySet<MemberPath> = new Set([
  'EmailConfiguration',
  'SmsConfiguration',
  'KeyConfiguration',
  'AccountRecoverySetting',
]);

type Stored = JsonValue | undefined;

/** One member with its three values, and whether it is kept where no clause says what becomes of it. */
interface Place {
  readonly path: MemberPath;
  readonly prior: Stored;
  readonly sent: Stored;
  readonly fresh: Stored;
  readonly keeps: boolean;
  readonly around: ParentForm;
}

function nextStructure(shape: StructureShape, place: Place, knowledge: StateKnowledge): JsonObject {
  const after: Record<string, JsonValue> = {};
  for (const [name, child] of Object.entries(shape.members)) {
    const value = nextValue(child, placeBelow(place, name), knowledge);
    if (value !== undefined) after[name] = value;
  }
  return after;
}

function placeBelow({ path, prior, sent, fresh, keeps }: Place, name: string): Place {
  return {
    path: path === '' ? name : `${path}.${name}`,
    prior: ownMember(prior, name),
    sent: ownMember(sent, name),
    fresh: ownMember(fresh, name),
    keeps,
    around: sent === undefined ? 'omitted' : 'sent',
  };
}

function nextValue(shape: Shape, place: Place, knowledge: StateKnowledge): Stored {
  const { path, sent, around } = place;
  const when = sent === undefined ? 'omitted' : isEmptyContainer(sent) ? 'empty' : 'sent';
  return nextByEffect(knowledge.effectOf(path, when, around) ?? { kind: 'open' }, shape, place, knowledge);
}

function nextByEffect(effect: Effect, shape: Shape, place: Place, knowledge: StateKnowledge): Stored {
  const { sent } = place;
  switch (effect.kind) {
    case 'kept':
      return place.prior;
    case 'becomes':
      return effect.values[0] ?? undefined;
    // What a dropped value gives way to is not known; the default is the likeliest.
    case 'fresh':
    case 'dropped':
      return place.fresh;
    case 'either':
      return nextByEffect(effect.of[0] ?? { kind: 'open' }, shape, place, knowledge);
    case 'stored':
    case 'among':
    case 'open':
    case 'follows':
      return sent === undefined ? omittedValue(shape, place, knowledge) : storedValue(shape, sent, place, knowledge);
  }
}

function omittedValue(shape: Shape, place: Place, knowledge: StateKnowledge): Stored {
  const untouched = place.keeps ? place.prior : place.fresh;
  if (shape.type !== 'structure') return untouched;
  // Clauses may be about its members alone.
  const after = nextStructure(shape, place, knowledge);
  return Object.keys(after).length === 0 ? untouched : after;
}

function storedValue(shape: Shape, sent: JsonValue, place: Place, knowledge: StateKnowledge): Stored {
  switch (shape.type) {
    case 'structure': {
      const keeps = !replacedWhole.has(place.path) && isKeptWhenOmitted(place, knowledge);
      return nextStructure(shape, { ...place, keeps }, knowledge);
    }
    // Levels that are not named keep their defaults; a map without defaults is replaced.
    case 'map':
      return isJsonObject(sent) && isJsonObject(place.fresh) ? { ...place.fresh, ...sent } : sent;
    case 'list':
      return sent;
    case 'string':
    case 'integer':
    case 'boolean':
      return shownFor(place.path, sent, knowledge.edition.date)[0];
  }
}

function isKeptWhenOmitted({ path, keeps, around }: Place, { effectOf }: StateKnowledge): boolean {
  const effect: Effect = effectOf(path, 'omitted', around) ?? { kind: 'open' };
  return effect.kind === 'open' ? keeps : effect.kind === 'kept';
}

function isEmptyContainer(value: Stored): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
