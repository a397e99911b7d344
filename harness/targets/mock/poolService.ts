import type { Basis, Clause } from '../../../specs/clause.ts';
import { contractOf } from '../../../specs/contract.ts';
import type { Edition } from '../../../specs/edition.ts';
import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import { operationNames } from '../../../specs/operation.ts';
import { type Answer, Refusal } from './answer.ts';
import { defaultPool } from './defaultPool.ts';
import { firstBrokenRule } from './firstBrokenRule.ts';
import { countedIds, type Ids } from './ids.ts';
import { inputs } from './inputs.ts';
import { effects, refusalRules } from './memberRules.ts';
import { nextState } from './nextState.ts';
import { operationHandlers } from './operations.ts';
import { outsideRefusal } from './outsideRefusal.ts';
import { showPool } from './pool.ts';
import { type PoolStore, poolStore } from './poolStore.ts';
import { readInput } from './readInput.ts';
import { joinViolations, violations } from './violations.ts';
import { type Steps, toAnswer, type World } from './world.ts';

/** Everything that the service knows. */
export interface PoolServiceOptions {
  /** What it checks the form of requests by. */
  readonly edition: Edition;
  readonly basis: Basis;
  /** The rules it enforces and the effects it follows; absent: those of the edition's contract. */
  readonly clauses?: readonly Clause[];
  readonly region: string;
  /** Twelve digits; absent: 123456789012. */
  readonly account?: string;
  /** Epoch milliseconds; absent: the clock. */
  readonly now?: () => number;
  /** Absent: counted from one. */
  readonly ids?: Ids;
  /** What a new pool shows, under the names of the request; absent: what the live service was seen to show. */
  readonly fresh?: JsonObject;
  /** Where the pools are kept; absent: a store of its own. */
  readonly store?: PoolStore;
  /** Replaces parts of the service; it is given the usual ones. */
  readonly alter?: (usual: Steps) => Partial<Steps>;
}

/** A user-pool service in memory. */
export interface PoolService {
  /** Answers an operation; the body is parsed JSON. */
  readonly handle: (operation: string, body: JsonValue) => Answer;
  /** A new request id. */
  readonly requestId: () => string;
}

/** A user-pool service in memory that behaves as the contract says. Operations run one after the other, each whole or not at all. */
export function poolService(options: PoolServiceOptions): PoolService {
  const world = worldOf(options);
  const shapes = inputs(options.edition);
  const run = (operation: string, body: JsonValue) => {
    const name = operationNames.find((known) => known === operation);
    if (name === undefined) throw new Refusal('UnknownOperationException', `There is no operation "${operation}".`);
    const request = world.steps.read(shapes[name], body);
    const broken = world.steps.violations(shapes[name], request);
    if (broken.length > 0) throw new Refusal('InvalidParameterException', joinViolations(broken));
    return operationHandlers[name](request, world);
  };
  return { handle: (operation, body) => toAnswer(() => run(operation, body)), requestId: world.ids.request };
}

const defaultAccount = '123456789012';

function worldOf(options: PoolServiceOptions): World {
  const {
    region,
    account = defaultAccount,
    now = Date.now,
    ids = countedIds(),
    fresh = defaultPool(options.edition),
    store = poolStore(),
  } = options;
  const steps = serviceSteps(options, fresh);
  return {
    region,
    account,
    now,
    ids,
    fresh,
    ...store,
    steps: { ...steps, ...options.alter?.(steps) },
  };
}

function serviceSteps(
  {
    edition,
    basis,
    clauses = contractOf(edition.date, basis).clauses,
    region,
    account = defaultAccount,
  }: PoolServiceOptions,
  fresh: JsonObject,
): Steps {
  const rules = refusalRules(clauses);
  const knowledge = { edition, basis, effectOf: effects(clauses, basis), fresh };
  return {
    read: readInput,
    violations,
    nextState: (prior, request) => nextState(prior, request, knowledge),
    brokenRule: (request, result) => firstBrokenRule(rules, request, result, region),
    outsideRefusal: (request) => outsideRefusal(request, { region, account }),
    showPool,
  };
}
