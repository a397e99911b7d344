import type { Basis, Effect, StateConstraint } from '../../../specs/clause.ts';
import { shownFor } from '../../../specs/couplings.ts';
import type { Edition } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { memoizeByObject } from '../../../specs/memoize.ts';
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
  const { basis, fresh } = knowledge;
  const members = settableMembers(knowledge);
  const pool: Place = { prior, sent: request, fresh, keeps: basis === 'observed', around: 'sent' };
  // A name has no default to fall back to, and older editions have no member that sets it.
  const name: JsonObject = prior.PoolName === undefined ? {} : { PoolName: prior.PoolName };
  const settings = applyMirrors({ ...name, ...nextMembers(members, pool) }, request, knowledge.edition);
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

/** A member of a request with what becomes of it. */
interface SettableMember {
  readonly name: string;
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly effects: Readonly<Record<ParentForm, EffectsByForm>>;
  /** What a scalar that is sent is shown as. */
  readonly shownAs: (sent: JsonValue) => Stored;
  /** Those of a structure. */
  readonly members: readonly SettableMember[];
}

type Form = Exclude<StateConstraint['when'], 'null'>;
type EffectsByForm = Readonly<Record<Form, Effect>>;

// Thousands of requests ask for the same hundred members.
const settableMembers = memoizeByObject((knowledge: StateKnowledge): readonly SettableMember[] => {
  const { UserPoolId: _names, ...members } = knowledge.edition.input.members;
  return settableIn(members, '', knowledge);
});

function settableIn(
  shapes: StructureShape['members'],
  above: MemberPath,
  knowledge: StateKnowledge,
): readonly SettableMember[] {
  return Object.entries(shapes).map(([name, shape]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return {
      name,
      path,
      shape,
      effects: { sent: effectsIn('sent', path, knowledge), omitted: effectsIn('omitted', path, knowledge) },
      shownAs: (sent) => shownFor(path, sent, knowledge.edition.date)[0],
      members: shape.type === 'structure' ? settableIn(shape.members, path, knowledge) : [],
    };
  });
}

function effectsIn(around: ParentForm, path: MemberPath, { effectOf }: StateKnowledge): EffectsByForm {
  const effect = (when: Form): Effect => effectOf(path, when, around) ?? { kind: 'open' };
  return { sent: effect('sent'), empty: effect('empty'), omitted: effect('omitted') };
}

type Stored = JsonValue | undefined;

/** The three values of a member, and whether it is kept where no clause says what becomes of it. */
interface Place {
  readonly prior: Stored;
  readonly sent: Stored;
  readonly fresh: Stored;
  readonly keeps: boolean;
  readonly around: ParentForm;
}

function nextMembers(members: readonly SettableMember[], place: Place): JsonObject {
  const after: Record<string, JsonValue> = {};
  for (const member of members) {
    const value = nextValue(member, placeBelow(place, member.name));
    if (value !== undefined) after[member.name] = value;
  }
  return after;
}

function placeBelow({ prior, sent, fresh, keeps }: Place, name: string): Place {
  return {
    prior: ownMember(prior, name),
    sent: ownMember(sent, name),
    fresh: ownMember(fresh, name),
    keeps,
    around: sent === undefined ? 'omitted' : 'sent',
  };
}

function nextValue(member: SettableMember, place: Place): Stored {
  const { sent, around } = place;
  const when = sent === undefined ? 'omitted' : isEmptyContainer(sent) ? 'empty' : 'sent';
  return nextByEffect(member.effects[around][when], member, place);
}

function nextByEffect(effect: Effect, member: SettableMember, place: Place): Stored {
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
      return nextByEffect(effect.of[0] ?? { kind: 'open' }, member, place);
    case 'stored':
    case 'among':
    case 'open':
    case 'follows':
      return sent === undefined ? omittedValue(member, place) : storedValue(member, sent, place);
  }
}

function omittedValue({ shape, members }: SettableMember, place: Place): Stored {
  const untouched = place.keeps ? place.prior : place.fresh;
  if (shape.type !== 'structure') return untouched;
  // Clauses may be about its members alone.
  const after = nextMembers(members, place);
  return Object.keys(after).length === 0 ? untouched : after;
}

function storedValue(member: SettableMember, sent: JsonValue, place: Place): Stored {
  switch (member.shape.type) {
    case 'structure': {
      const keeps = !replacedWhole.has(member.path) && isKeptWhenOmitted(member, place);
      return nextMembers(member.members, { ...place, keeps });
    }
    // Levels that are not named keep their defaults; a map without defaults is replaced.
    case 'map':
      return isJsonObject(sent) && isJsonObject(place.fresh) ? { ...place.fresh, ...sent } : sent;
    case 'list':
      return sent;
    case 'string':
    case 'integer':
    case 'boolean':
      return member.shownAs(sent);
  }
}

function isKeptWhenOmitted({ effects }: SettableMember, { keeps, around }: Place): boolean {
  const effect = effects[around].omitted;
  return effect.kind === 'open' ? keeps : effect.kind === 'kept';
}

function isEmptyContainer(value: Stored): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
