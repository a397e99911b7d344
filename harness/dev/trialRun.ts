import type { Phase } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { type RunResult, run } from '../execute/run.ts';
import { type Lane, plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import type { Answer } from '../targets/mock/answer.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';

/** A policy that a server has of its own: its word on an update, or undefined where it has none. */
export type Policy = (request: JsonObject) => Answer | undefined;

/** What a trial is told. */
export interface Trial {
  /** Absent: a server that is right. */
  readonly service?: PoolService;
  /** Absent: the service alone answers. */
  readonly policy?: Policy;
  readonly phases: readonly Phase[];
  readonly cases?: number;
  /** Absent: the lanes of the phases. */
  readonly lanes?: readonly Lane[];
  readonly concurrency?: number;
  /** Absent: findings are made small. */
  readonly shrinks?: boolean;
}

/** What a trial came to, with the lines of its cases. */
export interface TrialResult extends RunResult {
  readonly cases: readonly CaseLine[];
}

const contract = contractOf('2026-11-13', 'observed');

/** A run, findings made small and all, on a server in this process. */
export async function trialRun({
  service = poolService({ ...contract, region: 'us-east-1' }),
  policy = () => undefined,
  phases,
  cases = 0,
  lanes,
  concurrency = 1,
  shrinks = true,
}: Trial): Promise<TrialResult> {
  const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
  const lines: CaseLine[] = [];
  const result = await run({
    contract,
    transport: directTransport(fetchFrom(mockHandlers(withPolicy(service, policy))), 10_000),
    target: { id: 'test', kind: 'endpoint', endpoint: null },
    region: 'us-east-1',
    seed: 5,
    phases,
    lanes: lanes ?? plan({ scene, phases, seed: 5, cases }),
    concurrency,
    failFast: false,
    shrinks,
    record: { write: (line) => void (line.line === 'case' && lines.push(line)) },
    interrupted: () => null,
    progress: () => {},
  });
  return { ...result, cases: lines };
}

function withPolicy(usual: PoolService, policy: Policy): PoolService {
  const handle: PoolService['handle'] = (operation, body) => {
    const said = operation === 'UpdateUserPool' && isJsonObject(body) ? policy(body) : undefined;
    return said ?? usual.handle(operation, body);
  };
  return { ...usual, handle };
}
