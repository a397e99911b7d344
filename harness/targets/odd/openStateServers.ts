import type { Clause, Effect, StateConstraint } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import { mirrorOf, mirrors } from '../../../specs/couplings.ts';
import { levelOf } from '../../../specs/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { isAtOrBelow, kebabPath, type MemberPath } from '../../../specs/member.ts';
import { defaultPool } from '../mock/defaultPool.ts';
import { appliesTo } from '../mutants/appliesTo.ts';
import { dottedAt, parentOf, withDottedAt } from '../mutants/atMember.ts';
import { storingWrongly, type Update } from '../mutants/storingWrongly.ts';
import type { OddServer } from './oddServer.ts';

/**
 * For every clause by which nobody knows what becomes of a member: servers that keep it, reset it, clear it or store what was
 * sent; where sources differ, one for each of them.
 */
export function openStateServers(contract: Contract): readonly OddServer[] {
  const { clauses, basis } = contract;
  return clauses.flatMap((clause) => {
    const { constraint, member } = clause;
    // A place below a list or a map names many values.
    if (constraint.kind !== 'state' || /[[{]/.test(member)) return [];
    return waysOf(constraint[basis], constraint.when).map((way) => openStateServer(contract, clause, constraint, way));
  });
}

interface Way {
  readonly name: 'kept' | 'fresh' | 'cleared' | 'stored' | `becomes-${string}`;
  readonly does: string;
  /** The value that it becomes, where it is a certain one. */
  readonly value?: JsonValue;
}

const kept: Way = { name: 'kept', does: 'stays as it was' };
const fresh: Way = { name: 'fresh', does: 'becomes what a new pool shows' };
const cleared: Way = { name: 'cleared', does: 'is no longer shown' };
const stored: Way = { name: 'stored', does: 'is shown as it was sent' };

/** The ways that are open: all of them where nobody knows, those of the sources where they differ, one where all is known. */
function waysOf(effect: Effect, when: StateConstraint['when']): readonly Way[] {
  switch (effect.kind) {
    case 'open':
      return allWays(when);
    case 'either':
      return effect.of.flatMap((reading) => readingWays(reading, when));
    case 'becomes':
      return effect.values.length > 1 ? effect.values.map(becoming) : [];
    case 'stored':
    case 'among':
    case 'kept':
    case 'fresh':
    case 'follows':
    case 'dropped':
      return [];
  }
}

function readingWays(reading: Effect, when: StateConstraint['when']): readonly Way[] {
  switch (reading.kind) {
    case 'kept':
      return [kept];
    case 'fresh':
      return [fresh];
    case 'stored':
      return [stored];
    case 'becomes':
      return reading.values.map(becoming);
    case 'open':
    case 'either':
      return waysOf(reading, when);
    case 'among':
    case 'follows':
    case 'dropped':
      return [];
  }
}

function becoming(value: JsonValue): Way {
  if (value === null) return cleared;
  const text = JSON.stringify(value);
  return { name: `becomes-${text.replaceAll(/[^\w]+/g, '-')}`, does: `becomes ${text}`, value };
}

function allWays(when: StateConstraint['when']): readonly Way[] {
  switch (when) {
    case 'omitted':
    case 'null':
      return [kept, fresh, cleared];
    case 'empty':
    case 'sent':
      return [kept, fresh, cleared, stored];
  }
}

function openStateServer(contract: Contract, { id, member }: Clause, constraint: StateConstraint, way: Way): OddServer {
  const usual = defaultPool(contract.edition);
  const settled = settledInside(contract, member);
  const bothTexts = `${kebabPath(mirrorOf(member) ?? '')}.same-as-older`;
  // Where the structure around it is left out too, what is known of that decides.
  const around = constraint.when === 'omitted' ? settledAround(contract, member) : [];
  const valueIn = ({ prior, body }: Update): JsonValue | undefined => {
    switch (way.name) {
      case 'kept':
        return dottedAt(prior, member);
      case 'fresh':
        return dottedAt(usual, member);
      case 'cleared':
        return undefined;
      case 'stored':
        return dottedAt(body, member);
      default:
        return way.value;
    }
  };
  const stateAfter = (update: Update): JsonObject => {
    const odd = withDottedAt(update.after, member, valueIn(update));
    if (constraint.when !== 'omitted') return odd;
    // What is known of the members inside stays as it has to be, unless the sources differ on the whole.
    const inside = constraint[contract.basis].kind === 'open' ? settled : [];
    const known = [...inside, ...mirroredIn(member, update.body)];
    return known.reduce((state, path) => withDottedAt(state, path, dottedAt(update.after, path)), odd);
  };
  return {
    id: `open-state/${id}/${way.name}`,
    group: 'open-state',
    member,
    clause: id,
    says: `${member} ${way.does} when it is ${occasions[constraint.when]}.`,
    allowed:
      constraint[contract.basis].kind === 'open'
        ? 'No source states what becomes of it.'
        : 'Sources differ, and one of them says so.',
    // A member inside, or of both texts sent at once, may be said to become something else, on weaker evidence.
    earned: contract.clauses.flatMap(({ id: clause, member: path, constraint: { kind }, evidence }) => {
      const level = levelOf(evidence);
      const isInside = kind === 'state' && settled.includes(path);
      return level !== 'must' && (isInside || clause === bothTexts) ? [{ clause, level }] : [];
    }),
    alteration: storingWrongly((update) =>
      appliesTo(member, constraint, update.body) &&
      !hasEmptyParent(member, constraint, update.body) &&
      !around.some((path) => dottedAt(update.body, path) === undefined)
        ? stateAfter(update)
        : update.after,
    ),
  };
}

/** The structures around a member of which something is known where they are left out. */
function settledAround({ clauses, basis }: Contract, member: MemberPath): readonly MemberPath[] {
  return clauses.flatMap(({ member: path, constraint }) =>
    member.startsWith(`${path}.`) &&
    path !== '' &&
    constraint.kind === 'state' &&
    constraint.when === 'omitted' &&
    constraint[basis].kind !== 'open'
      ? [path]
      : [],
  );
}

/** The members inside a structure of which something is known where it is left out. */
function settledInside({ clauses, basis }: Contract, member: MemberPath): readonly MemberPath[] {
  return clauses.flatMap(({ member: path, constraint }) =>
    path.startsWith(`${member}.`) &&
    !/[[{]/.test(path) &&
    constraint.kind === 'state' &&
    constraint.when === 'omitted' &&
    constraint.parent !== 'sent' &&
    constraint[basis].kind !== 'open'
      ? [path]
      : [],
  );
}

/** The member, or those inside it, that show what another member is sent as. */
function mirroredIn(member: MemberPath, body: JsonObject): readonly MemberPath[] {
  const shared = mirrors.flatMap(({ members }) => members).filter((path) => isAtOrBelow(path, member));
  return shared.filter((path) => dottedAt(body, mirrorOf(path) ?? '') !== undefined);
}

/** Whether the structure around an omitted member is sent empty, of which another clause speaks. */
function hasEmptyParent(member: MemberPath, { when }: StateConstraint, body: JsonObject): boolean {
  const around = when === 'omitted' && parentOf(member) !== '' ? dottedAt(body, parentOf(member)) : undefined;
  return isJsonObject(around) && Object.keys(around).length === 0;
}

const occasions = { omitted: 'left out', null: 'sent as null', empty: 'sent empty', sent: 'sent' } as const;
