import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { createOperation, deleteOperation } from '../../specs/operation.ts';
import type { PoolState } from '../oracle/poolState.ts';
import { keptBody } from './caseLine.ts';
import type { CaseLine, PoolLine, RunRecord } from './record.ts';

/** The state of the pool before and after a recorded case. */
export interface RecordedState {
  readonly poolId: string;
  readonly fresh: PoolState;
  /** Null where the request named another pool, or none. */
  readonly before: PoolState | null;
  /** Null where the case has no pool or the target shows none. */
  readonly after: PoolState | null;
}

/** A recorded case with the state before it; undefined where the record does not hold that state. */
export interface CaseWithState {
  readonly line: CaseLine;
  readonly state: RecordedState | undefined;
}

/** The cases of a record in order with the states before and after, reconstructed from its pools and changes. */
export function* recordedStates({ pools = [], cases }: RunRecord): Generator<CaseWithState, void> {
  const byFirst = new Map<string, PoolLine>();
  for (const pool of pools) byFirst.set(`${pool.lane} ${pool.from}`, pool);
  const walks = new Map<string, PoolWalk>();
  for (const line of cases) {
    const opened = byFirst.get(`${line.lane} ${line.id}`);
    if (opened !== undefined) walks.set(line.lane, new PoolWalk(opened));
    const state = walks.get(line.lane)?.step(line);
    yield { line, state: isRejudgeable(line) ? state : undefined };
  }
}

/** Whether a line, with its reconstructed state, holds everything that its verdict depends on. */
function isRejudgeable(line: CaseLine): boolean {
  const { phase, steps, request, answer } = line;
  if (answer.kind === 'unanswered' && answer.why === 'not-sent') return false;
  switch (phase) {
    case 'examples':
    case 'boundary':
    case 'fuzz':
    case 'errors':
      return steps === undefined && isJsonObject(request);
    // A long body is cut.
    case 'wire':
      return typeof request === 'string' && request.length < keptBody;
    case 'sequence':
      return isRejudgeableSequence(line);
    // The record does not hold the results of every order of the requests.
    case 'race':
      return false;
  }
}

// The line shows one step on the pool of the lane: enough where no pool was created or deleted and only that step deviated.
function isRejudgeableSequence({ steps = [], request, verdict }: CaseLine): boolean {
  const isMaking = steps.some(({ operation }) => operation === createOperation || operation === deleteOperation);
  const isOwnUpdate = steps.at(-1)?.pool === 1 && isJsonObject(request) && typeof request.UserPoolId === 'string';
  return isOwnUpdate && !isMaking && (verdict.kind !== 'deviates' || verdict.deviations.length === 1);
}

class PoolWalk {
  private readonly pool: PoolLine;
  private readonly fresh: PoolState;
  private members: JsonObject;
  private factors: JsonObject;

  constructor(pool: PoolLine) {
    const { UserPoolTags: _ours, ...members } = pool.members;
    this.pool = pool;
    this.members = pool.members;
    this.factors = pool.factors ?? {};
    this.fresh = pool.existing
      ? { members: pool.members, factors: this.factors, fixed: {}, existing: true }
      : { members: pool.fresh ?? members, factors: {}, fixed: {} };
  }

  step({ request, prepared, changed }: CaseLine): RecordedState {
    this.members = changedBy(this.members, prepared?.members ?? {});
    this.factors = prepared?.factors ?? this.factors;
    const isOwn = typeof request === 'string' ? this.pool.readable : request.UserPoolId === this.pool.id;
    const before = isOwn ? this.state() : null;
    this.members = changedBy(this.members, changed);
    const after = isOwn && this.pool.readable ? this.state() : null;
    return { poolId: this.pool.id, fresh: this.fresh, before, after };
  }

  private state(): PoolState {
    return { members: this.members, factors: this.factors, fixed: {} };
  }
}

function changedBy(members: JsonObject, changes: Readonly<Record<string, JsonValue>>): JsonObject {
  const entries = Object.entries({ ...members, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}
