import type { Clause, ClauseId } from '../../specs/clause.ts';
import { type EditionDate, editionDates } from '../../specs/edition.ts';
import type { ErrorName } from '../../specs/errors.ts';
import { type Level, levelOf } from '../../specs/evidence.ts';
import type { JsonObject } from '../../specs/json.ts';
import { type MemberPath, topLevelOf } from '../../specs/member.ts';
import { didYouMean } from '../../specs/nearest.ts';
import { readRequest } from '../oracle/breaches.ts';
import { evaluate, unknown, valueAt } from '../oracle/condition.ts';
import { expectationOf } from '../oracle/expectation.ts';
import { poolStateOf } from '../oracle/poolState.ts';
import type { StateExpectation } from '../oracle/stateExpectation.ts';
import { defaultPool } from '../targets/mock/defaultPool.ts';
import { type ContractOptions, contractFrom, regionOf } from './contractOptions.ts';
import { requireName } from './requireName.ts';
import { requireObject } from './requireObject.ts';

/** The dates on which the contract of UpdateUserPool changed, oldest first. */
export const editions: readonly EditionDate[] = editionDates;

/** A clause that a request breaks. */
export interface BrokenClause {
  /** `pool-name.max`. */
  readonly clause: ClauseId;
  /** `Policies.PasswordPolicy.MinimumLength`; `''` for the request as a whole. */
  readonly member: MemberPath;
  /** The clause in a sentence. */
  readonly says: string;
  /** How well it is known: must (model or measurement), should (documentation), may (one report or inference). */
  readonly level: Level;
  /** The errors that the service answers a breach with; any of them conforms. */
  readonly errors: readonly ErrorName[];
}

/** What the service should answer. */
export type Expected =
  /** Accepted; DescribeUserPool then shows this. */
  | { readonly kind: 'accepted'; readonly state: readonly StateExpectation[] }
  /** Refused with one of these errors, for these clauses. */
  | { readonly kind: 'rejected'; readonly errors: readonly ErrorName[]; readonly broken: readonly BrokenClause[] }
  /** The contract is silent or its sources contradict each other; `why` is a sentence. */
  | { readonly kind: 'open'; readonly why: string };

/** Every clause of an edition: its sentence, constraint as data, examples and evidence. Throws a TypeError for an unknown edition. */
export function clauses(options: ContractOptions = {}): readonly Clause[] {
  return contractFrom('clauses', options).clauses;
}

/** One clause by its id. Throws a TypeError with a near word where the edition has none of this id. */
export function clause(id: ClauseId, options: ContractOptions = {}): Clause {
  const { byId, edition } = contractFrom('clause', options);
  const found = byId.get(requireName('clause', 'clause', id, 'pool-name.max'));
  if (found !== undefined) return found;
  throw new TypeError(`Edition ${edition.date} has no clause "${id}".${didYouMean(id, [...byId.keys()])}`);
}

/**
 * The clauses that an UpdateUserPool request breaks, whatever the state of the pool: a validator for the server of an emulator.
 * Rules that depend on what the pool already has are judged by `expect`. An empty list does not promise that the service accepts
 * the request. Throws a TypeError for a request that is not an object, and for unknown options, with near words.
 */
export function check(request: JsonObject, options: ContractOptions = {}): readonly BrokenClause[] {
  const { edition, byId, clauses } = contractFrom('check', options);
  requireObject('check', 'request', request);
  const model = readRequest(edition, request).breaches.flatMap((breach) => byId.get(breach.clause) ?? []);
  const region = regionOf(request.UserPoolId);
  // What the request does not say is unknown, so that only what it says by itself breaks a rule.
  const result = (path: MemberPath) =>
    Object.hasOwn(request, topLevelOf(path)) ? (valueAt(request, path) ?? unknown) : unknown;
  const rules = clauses.filter(
    ({ constraint }) =>
      constraint.kind === 'rule' &&
      constraint.outcome === 'rejected' &&
      evaluate(constraint.breach, { request, result, region }) === true,
  );
  return [...model, ...rules].map(brokenClause);
}

/**
 * What the service should answer to an UpdateUserPool request. `prior` is the pool before, as DescribeUserPool shows it; absent:
 * a new pool; null: there is no pool of this id. Throws a TypeError for what is not an object, and for unknown options.
 */
export function expect(request: JsonObject, prior?: JsonObject | null, options: ContractOptions = {}): Expected {
  const contract = contractFrom('expect', options);
  requireObject('expect', 'request', request);
  if (prior !== undefined && prior !== null) requireObject('expect', 'pool before', prior);
  const { edition } = contract;
  const { PoolName: Name, ...settings } = defaultPool(edition);
  const fresh = poolStateOf(edition, { ...settings, ...(Name === undefined ? {} : { Name }) });
  const state = prior === undefined ? fresh : prior === null ? null : poolStateOf(edition, prior);
  const region = regionOf(request.UserPoolId);
  const expectation = expectationOf({ contract, region, request, prior: state, fresh });
  if (expectation.kind !== 'rejected') return expectation;
  return { kind: 'rejected', errors: expectation.errors, broken: expectation.broken.map(brokenClause) };
}

function brokenClause({ id, member, says, onBreach, evidence }: Clause): BrokenClause {
  return { clause: id, member, says, level: levelOf(evidence), errors: onBreach };
}
