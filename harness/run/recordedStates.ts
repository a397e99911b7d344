import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import type { PoolState } from '../oracle/poolState.ts';
import type { CaseLine, PoolLine, RunRecord } from '../record.ts';

/** The pool that a recorded case met. */
export interface RecordedState {
  readonly poolId: string;
  readonly fresh: PoolState;
  /** Null where the request named another pool, or none. */
  readonly before: PoolState | null;
  /** Null where the case has no pool or the target shows none. */
  readonly after: PoolState | null;
}

/** The states that the cases of a record met, pieced together from its pools and differences; none for other forms of cases. */
export function statesOf({ pools = [], cases }: RunRecord): ReadonlyMap<CaseLine, RecordedState> {
  const byFirst = new Map(pools.map((pool) => [`${pool.lane} ${pool.from}`, pool]));
  const walks = new Map<string, PoolWalk>();
  const states = new Map<CaseLine, RecordedState>();
  for (const line of cases) {
    const opened = byFirst.get(`${line.lane} ${line.id}`);
    if (opened !== undefined) walks.set(line.lane, new PoolWalk(opened));
    const state = walks.get(line.lane)?.step(line);
    if (state !== undefined && isPlain(line)) states.set(line, state);
  }
  return states;
}

// Sequences, races, faults and unusual bytes were judged by more than the one request that the line shows.
function isPlain({ phase, steps, request, answer }: CaseLine): boolean {
  if (answer.kind === 'unanswered' && answer.why === 'not-sent') return false;
  return ['examples', 'boundary', 'fuzz'].includes(phase) && steps === undefined && isJsonObject(request);
}

class PoolWalk {
  private readonly pool: PoolLine;
  private readonly fresh: PoolState;
  private members: JsonObject;
  private factors: JsonObject = {};

  constructor(pool: PoolLine) {
    const { UserPoolTags: _ours, ...members } = pool.members;
    this.pool = pool;
    this.members = pool.members;
    this.fresh = { members, factors: {}, fixed: {} };
  }

  step({ request, prepared, changed }: CaseLine): RecordedState {
    this.members = changedBy(this.members, prepared?.members ?? {});
    this.factors = prepared?.factors ?? this.factors;
    const isOwn = isJsonObject(request) && request.UserPoolId === this.pool.id;
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
