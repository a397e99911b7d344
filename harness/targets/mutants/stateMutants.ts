import type { Clause, Effect } from '../../../specs/clause.ts';
import type { Contract } from '../../../specs/contract.ts';
import { mirrorOf, mirrors, shownFor } from '../../../specs/couplings.ts';
import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import { isJsonObject } from '../../../specs/json.ts';
import { kebabPath, type Member, type MemberPath, membersOf } from '../../../specs/member.ts';
import type { ListShape } from '../../../specs/shape.ts';
import { defaultPool } from '../mock/defaultPool.ts';
import { appliesTo } from './appliesTo.ts';
import { dottedAt, withDottedAt } from './atMember.ts';
import type { Mutant } from './mutant.ts';
import { storingWrongly, type Update } from './storingWrongly.ts';

/** For every clause about the state that decides something: a pool that ends up otherwise. */
export function stateMutants(contract: Contract): readonly Mutant[] {
  const members = membersOf(contract.edition.input).filter(({ path }) => path !== 'UserPoolId' && isDotted(path));
  return [
    ...contract.clauses.flatMap((clause) => effectMutants(contract, clause)),
    ...members.flatMap((member) => valueMutants(contract, member)),
    ...members.flatMap((member) => wholeMutants(contract, member)),
    ...mirrorMutants(),
  ];
}

/** A text that two members share reaches only the one that was sent. */
function mirrorMutants(): readonly Mutant[] {
  return mirrors.flatMap(({ members }) =>
    members.map((member) => ({
      id: `state/${member}/not-mirrored`,
      group: 'state',
      member,
      clause: 'request.mirrored',
      says: `${member} is left as it was when only ${mirrorOf(member)} is sent.`,
      alteration: storingWrongly(({ body, prior, after }) =>
        dottedAt(body, mirrorOf(member) ?? '') !== undefined && dottedAt(body, member) === undefined
          ? withDottedAt(after, member, dottedAt(prior, member))
          : after,
      ),
    })),
  );
}

/** Whether a path leads through structures alone, so that it names one place of a pool. */
function isDotted(path: MemberPath): boolean {
  return !/[[{]/.test(path);
}

function effectMutants({ edition, basis }: Contract, clause: Clause): readonly Mutant[] {
  const { constraint, member } = clause;
  if (constraint.kind !== 'state' || !isDotted(member)) return [];
  const wrong = wrongEffect(constraint[basis]);
  if (wrong === undefined) return [];
  const fresh = defaultPool(edition);
  const { name, does, source } = wrong;
  return [
    {
      id: `state/${clause.id}/${name}`,
      group: 'state',
      member,
      clause: clause.id,
      says: `${member} ${does} where the contract says: ${clause.says}`,
      alteration: storingWrongly((update) =>
        appliesTo(member, constraint, update.body)
          ? withDottedAt(update.after, member, dottedAt({ prior: update.prior, fresh, nothing: {} }[source], member))
          : update.after,
      ),
    },
  ];
}

interface WrongEffect {
  readonly name: string;
  readonly does: string;
  /** Where the wrong value comes from. */
  readonly source: 'prior' | 'fresh' | 'nothing';
}

function wrongEffect({ kind }: Effect): WrongEffect | undefined {
  switch (kind) {
    case 'stored':
    case 'among':
      return { name: 'ignored', does: 'is ignored', source: 'prior' };
    case 'kept':
      return { name: 'reset', does: 'is reset to its default', source: 'fresh' };
    case 'becomes':
    case 'fresh':
    case 'dropped':
    case 'follows':
      return { name: 'kept', does: 'is kept', source: 'prior' };
    case 'either':
      return { name: 'removed', does: 'is no longer shown', source: 'nothing' };
    case 'open':
      return undefined;
  }
}

/** Whether neither a maximum nor the words of the items end a list at three. */
function canBeLong({ max = 4, item }: ListShape): boolean {
  const words = item.type === 'string' ? item.enum : undefined;
  return max > 3 && (words === undefined || words.length > 3);
}

function firstThree(value: JsonValue): JsonValue {
  return Array.isArray(value) ? value.slice(0, 3) : value;
}

/** Values that are stored, but not as they were sent. */
function valueMutants({ edition, clauses, basis }: Contract, { path, shape }: Member): readonly Mutant[] {
  const clause = clauses.find(
    ({ member, constraint }) =>
      member === path &&
      constraint.kind === 'state' &&
      constraint.when === 'sent' &&
      (constraint[basis].kind === 'stored' || constraint[basis].kind === 'among'),
  );
  if (clause === undefined) return [];
  const effect = clause.constraint.kind === 'state' ? clause.constraint[basis].kind : 'open';
  const mutant = valueMutant(path, clause.id);
  switch (shape.type) {
    case 'list':
      return [
        { ...mutant('reversed', 'is stored in reverse', reversedList), clause: 'request.list-order' },
        mutant('truncated', 'loses its last item where it has several', (value) =>
          Array.isArray(value) && value.length > 1 ? value.slice(0, -1) : value,
        ),
        ...(canBeLong(shape) ? [mutant('cut', 'keeps three items at most', firstThree)] : []),
      ];
    case 'boolean':
      return [
        mutant('lost-when-false', 'is not stored when it is false', (value) => (value === false ? undefined : value)),
      ];
    case 'integer':
      if ((shape.min ?? 0) > 0) return [];
      return [
        {
          ...mutant('lost-when-0', 'is not stored when it is 0', (value) => (value === 0 ? undefined : value)),
          ...(shownFor(path, 0, edition.date).includes(undefined)
            ? { equivalent: 'The contract has it that 0 need not be shown.' }
            : {}),
        },
      ];
    case 'map':
      return [
        ...(effect === 'stored' ? [mergedMap(path, clause.id)] : []),
        mutant('truncated', 'loses its last entry where it has several', withoutLast),
      ];
    case 'string':
    case 'structure':
      return [];
  }
}

function withoutLast(value: JsonValue): JsonValue {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return entries.length > 1 ? Object.fromEntries(entries.slice(0, -1)) : value;
}

function reversedList(value: JsonValue): JsonValue {
  return Array.isArray(value) ? value.toReversed() : value;
}

function valueMutant(path: MemberPath, clause: string) {
  return (name: string, does: string, change: (sent: JsonValue) => JsonValue | undefined): Mutant => ({
    ...stateFields(path, clause, name, does),
    alteration: storingWrongly(({ body, after }) => {
      const sent = dottedAt(body, path);
      const isUntouched = sent === undefined || sent === null || change(sent) === sent;
      return isUntouched ? after : withDottedAt(after, path, change(sent));
    }),
  });
}

function mergedMap(path: MemberPath, clause: string): Mutant {
  return {
    ...stateFields(path, clause, 'merged', 'is merged with the entries that the pool had'),
    alteration: storingWrongly(({ body, prior, after }) => {
      const sent = dottedAt(body, path);
      const old = dottedAt(prior, path);
      return isJsonObject(sent) && isJsonObject(old) ? withDottedAt(after, path, { ...old, ...sent }) : after;
    }),
  };
}

/** Structures that are merged where they have to be replaced, or the other way round. */
function wholeMutants(contract: Contract, { path, shape }: Member): readonly Mutant[] {
  if (shape.type !== 'structure') return [];
  const names = Object.keys(shape.members);
  const fates = names.flatMap((name) => effectWhenOmitted(contract, `${path}.${name}`));
  const fresh = defaultPool(contract.edition);
  const kept = fates.find(({ effect }) => effect === 'kept');
  const lost = fates.find(({ effect }) => effect === 'fresh' || effect === 'dropped' || effect === 'becomes');
  const whole = (clause: string, name: string, does: string, source: (update: Update) => JsonObject): Mutant => ({
    ...stateFields(path, clause, name, does),
    alteration: storingWrongly((update) => {
      const sent = dottedAt(update.body, path);
      if (!isJsonObject(sent)) return update.after;
      const omitted = names.filter((one) => !Object.hasOwn(sent, one)).map((one) => `${path}.${one}`);
      return omitted.reduce((after, one) => withDottedAt(after, one, dottedAt(source(update), one)), update.after);
    }),
  });
  return [
    ...(lost ? [whole(lost.clause, 'merged', 'is merged with what the pool had', ({ prior }) => prior)] : []),
    ...(kept ? [whole(kept.clause, 'replaced', 'takes the place of all that the pool had', () => fresh)] : []),
  ];
}

function effectWhenOmitted({ clauses, basis }: Contract, path: MemberPath) {
  return clauses.flatMap(({ id, member, constraint }) =>
    member === path && constraint.kind === 'state' && constraint.when === 'omitted' && constraint.parent !== 'omitted'
      ? [{ clause: id, effect: constraint[basis].kind }]
      : [],
  );
}

function stateFields(path: MemberPath, clause: string, name: string, does: string) {
  return {
    id: `state/${kebabPath(path)}/${name}`,
    group: 'state',
    member: path,
    clause,
    says: `${path} ${does}.`,
  } as const;
}
