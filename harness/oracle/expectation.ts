import type { Clause } from '../../specs/clause.ts';
import type { Contract } from '../../specs/contract.ts';
import type { ErrorName } from '../../specs/errors.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import type { JsonObject, JsonValue } from '../../specs/json.ts';
import { isAtOrBelow, type MemberPath } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { notAMember, readRequest } from './breaches.ts';
import { evaluate, type Known, type Truth, valueAt } from './condition.ts';
import { membersNeededBy, membersReadBy } from './membersNeededBy.ts';
import { poolMemo } from './poolMemo.ts';
import type { PoolState } from './poolState.ts';
import { ResultingState } from './resultingState.ts';
import { resultOf } from './resultOf.ts';
import type { StateExpectation } from './stateExpectation.ts';
import { emptiedMembers, withoutUnknownMembers } from './withoutUnknownMembers.ts';

/** What the oracle says of a case. */
export type Expectation =
  /** Where the acceptance rests on a clause of its own, that clause is named. */
  | { readonly kind: 'accepted'; readonly state: readonly StateExpectation[]; readonly restsOn?: Clause }
  /** Refused with one of these errors; the clauses say why. */
  | {
      readonly kind: 'rejected';
      readonly errors: readonly ErrorName[];
      readonly broken: readonly Clause[];
      /** Of the errors, those that no broken clause earns: what else in the request may be refused could. */
      readonly inDoubt?: readonly ErrorName[];
    }
  /** The contract is silent; the state is what holds all the same should the request be accepted. */
  | {
      readonly kind: 'open';
      readonly why: string;
      readonly state?: readonly StateExpectation[];
      /** The members that the contract does not have. */
      readonly unknown?: readonly UnknownMember[];
    };

/** A member of a request that the contract does not have. */
export interface UnknownMember {
  readonly path: MemberPath;
  readonly value: JsonValue;
}

/** What the oracle is asked about. */
export interface ExpectationScene {
  readonly contract: Contract;
  readonly region: string;
  /** The body as sent. */
  readonly request: JsonObject;
  /** The pool before; null where no pool has the request's id. */
  readonly prior: PoolState | null;
  readonly fresh: PoolState;
}

/**
 * What the contract expects of a request on a state. Nothing is guessed: where a rule depends on something undetermined, or
 * the request says something on which there is no evidence, the expectation is open.
 */
export function expectationOf(scene: ExpectationScene): Expectation {
  const { breaches, unsettled } = readRequest(scene.contract.edition, scene.request);
  const broken = breaches.flatMap(({ clause }) => scene.contract.byId.get(clause) ?? []);
  const doubts = unsettled.length === 0 ? [] : errorsOfDoubt;
  if (scene.prior === null) return unknownPool(scene.contract, broken, doubts);
  const onPool = { ...scene, prior: scene.prior };
  const state = new ResultingState(onPool);
  const rules = rulesOn(onPool, state);
  const doubtful = rules.open.flatMap(({ constraint }) =>
    'unsettles' in constraint ? (constraint.unsettles ?? []) : [],
  );
  const all = [...broken, ...rules.broken].filter(({ id }) => !doubtful.includes(id));
  if (all.length > 0) return rejected(all, [...doubts, ...rules.open.flatMap(({ onBreach }) => onBreach)]);
  const settled = unsettled.length === 0 ? noPlaces : settledNulls(scene.contract);
  const open = unsettled.filter((place) => !settled.has(place));
  if (open.length > 0) return { kind: 'open', why: open.join('; '), ...ifIgnored(scene, open) };
  if (rules.open.length > 0) return openByRules(rules.open, state);
  return { kind: 'accepted', state: state.all(), ...(rules.accepted === undefined ? {} : { restsOn: rules.accepted }) };
}

/** The unknown members of a request, and where nothing else keeps it open, what it does if they are ignored. */
export function ifIgnored(
  scene: ExpectationScene,
  open: readonly string[],
): Pick<Extract<Expectation, { kind: 'open' }>, 'state' | 'unknown'> {
  const paths = open.filter((place) => place.endsWith(notAMember)).map((place) => place.slice(0, -notAMember.length));
  const unknown = paths.map((path) => ({ path, value: valueAt(scene.request, path) ?? null }));
  if (paths.length < open.length) return { unknown };
  const known = withoutUnknownMembers(scene.contract.edition.input, scene.request);
  const rest = expectationOf({ ...scene, request: known });
  if (rest.kind !== 'accepted') return { unknown };
  // A server may look for what is sent empty before it leaves out what it does not know.
  const emptied = emptiedMembers(scene.request, known);
  return { state: rest.state.filter(({ member }) => !emptied.some((place) => isAtOrBelow(member, place))), unknown };
}

function openByRules(open: readonly Clause[], state: ResultingState): Expectation {
  // An answer that accepts the request settles whether a rule that would have had it refused is kept.
  const stateHolds = open.every(
    ({ constraint }) =>
      constraint.kind === 'rule' && (constraint.outcome === 'rejected' || constraint.stateHolds === true),
  );
  return { kind: 'open', why: open.map(({ says }) => says).join('; '), ...(stateHolds ? { state: state.all() } : {}) };
}

const noPlaces: ReadonlySet<string> = new Set();

/** The members whose null has a known effect, spelled as in the unsettled places of a request. */
const settledNulls = memoizeByObject(({ clauses, basis }: Contract): ReadonlySet<string> => {
  const nulls = clauses.filter(
    ({ constraint }) => constraint.kind === 'state' && constraint.when === 'null' && constraint[basis].kind !== 'open',
  );
  return new Set(nulls.map(({ member }) => `${member} is null`));
});

/** What a request may earn for a null, an unknown member and the like, where it is refused for that. */
const errorsOfDoubt: readonly ErrorName[] = ['SerializationException', 'InvalidParameterException'];

function unknownPool(contract: Contract, broken: readonly Clause[], doubts: readonly ErrorName[]): Expectation {
  const exists = contract.byId.get('user-pool-id.exists');
  // A malformed id is refused for its form, though no pool has it either.
  if (exists === undefined || broken.some(({ member }) => member === 'UserPoolId')) return rejected(broken, doubts);
  return rejected([exists, ...broken], doubts);
}

/** A refusal by one of the broken clauses, or by what else in the request may be refused: nobody knows which is asked first. */
function rejected(broken: readonly Clause[], doubts: readonly ErrorName[]): Expectation {
  const earned = new Set(broken.flatMap(({ onBreach }) => onBreach));
  const inDoubt = [...new Set(doubts)].filter((name) => !earned.has(name));
  const errors = [...earned, ...inDoubt];
  return { kind: 'rejected', errors, broken, ...(inDoubt.length === 0 ? {} : { inDoubt }) };
}

interface RulesRead {
  readonly broken: readonly Clause[];
  /** Rules whose answer is undetermined, and open rules that apply to the request. */
  readonly open: readonly Clause[];
  /** The rule on the weakest evidence by which the request is accepted. */
  readonly accepted?: Clause;
}

function rulesOn(scene: ExpectationScene & { readonly prior: PoolState }, state: ResultingState): RulesRead {
  const result = resultOf(scene, state);
  const broken: Clause[] = [];
  const open: Clause[] = [];
  const accepted: Clause[] = [];
  for (const [{ clause, constraint }, truth] of truthsOfRules(scene, result)) {
    if (constraint.outcome === 'accepted') {
      if (truth === true) accepted.push(clause);
    } else if (truth === true && constraint.outcome === 'rejected') broken.push(clause);
    else open.push(clause);
  }
  const weakest = accepted.toSorted(
    (left, right) => levels.indexOf(levelOf(right.evidence)) - levels.indexOf(levelOf(left.evidence)),
  )[0];
  return { broken, open, ...(weakest === undefined ? {} : { accepted: weakest }) };
}

const levels: readonly Level[] = ['must', 'should', 'may'];

/** The rules that hold or may hold, in the order of the contract. What the request does not touch is up to the pool, or kept. */
function truthsOfRules(
  scene: ExpectationScene & { readonly prior: PoolState },
  result: (path: MemberPath) => Known,
): readonly (readonly [Rule, Truth])[] {
  const { ofPool, byMember } = rulesOf(scene.contract);
  const { request, region } = scene;
  const touched = new Set(Object.keys(request).flatMap((name) => byMember.get(name) ?? []));
  const found: (readonly [Rule, Truth])[] = [];
  const note = (rule: Rule, truth: Truth) => truth === false || found.push([rule, truth]);
  const ask = ({ constraint }: Rule) => evaluate(constraint.breach, { request, result, region });
  for (const rule of touched) note(rule, ask(rule));
  const known = poolMemo(scene).rules;
  for (const rule of ofPool) {
    if (touched.has(rule)) continue;
    const truth = known.get(rule.clause) ?? ask(rule);
    known.set(rule.clause, truth);
    note(rule, truth);
  }
  return found.toSorted(([left], [right]) => left.rank - right.rank);
}

interface Rule {
  readonly clause: Clause;
  readonly constraint: Extract<Clause['constraint'], { readonly kind: 'rule' }>;
  /** Its place in the contract. */
  readonly rank: number;
}

interface Rules {
  /** Those that may be broken by a request without any member that they ask about, as that depends on the pool. */
  readonly ofPool: readonly Rule[];
  /** Those that a top-level member of a request can make a difference to. */
  readonly byMember: ReadonlyMap<string, readonly Rule[]>;
}

const rulesOf = memoizeByObject(({ clauses }: Contract): Rules => {
  const ofPool: Rule[] = [];
  const byMember = new Map<string, Rule[]>();
  for (const [rank, clause] of clauses.entries()) {
    const { constraint } = clause;
    if (constraint.kind !== 'rule') continue;
    const rule = { clause, constraint, rank };
    const needed = membersNeededBy(constraint.breach);
    if (needed === undefined) ofPool.push(rule);
    for (const name of needed ?? membersReadBy(constraint.breach))
      byMember.set(name, [...(byMember.get(name) ?? []), rule]);
  }
  return { ofPool, byMember };
});
