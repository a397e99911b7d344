import type { Phase } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { Patience } from '../execute/giveUp.ts';
import { type RunResult, runPlan } from '../execute/runPlan.ts';
import type { Progress } from '../execute/runSetting.ts';
import type { TimeLimit } from '../execute/timeLimit.ts';
import { type Lane, plan } from '../plan/plan.ts';
import type { CaseLine } from '../record/record.ts';
import type { Answer } from '../targets/mock/answer.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { type PoolService, poolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';
import type { Transport } from '../transport/transport.ts';

/** A rule of the server beyond the contract: its answer to an update, or undefined where the rule does not apply. */
export type ServerPolicy = (request: JsonObject) => Answer | undefined;

/** The settings of a trial run. */
export interface Trial {
  /** Absent: the faultless mock. */
  readonly service?: PoolService;
  /** Absent: no rule beyond the contract. */
  readonly policy?: ServerPolicy;
  /** What lies between run and server. Absent: nothing. */
  readonly around?: (transport: Transport) => Transport;
  readonly phases: readonly Phase[];
  readonly cases?: number;
  /** Absent: the lanes planned for the phases. */
  readonly lanes?: readonly Lane[];
  readonly concurrency?: number;
  /** Absent: findings are shrunk. */
  readonly shrinks?: boolean;
  readonly timeLimit?: TimeLimit;
  /** Absent: nobody watches. */
  readonly progress?: (event: Progress) => void;
  /** Absent: as long as it takes. */
  readonly patience?: Patience;
}

/** The result of a run, with the record lines of its cases. */
export interface TrialResult extends RunResult {
  readonly cases: readonly CaseLine[];
}

const contract = contractOf('2026-11-13', 'observed');

/** A complete run, shrinking included, against a server in this process. */
export async function runTrial({
  service = poolService({ ...contract, region: 'us-east-1' }),
  policy = () => undefined,
  around = (transport) => transport,
  phases,
  cases = 0,
  lanes,
  concurrency = 1,
  shrinks = true,
  timeLimit,
  progress = () => {},
  patience,
}: Trial): Promise<TrialResult> {
  const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
  const lines: CaseLine[] = [];
  const result = await runPlan({
    contract,
    transport: around(directTransport(fetchFrom(mockHandlers(withPolicy(service, policy))), 10_000)),
    target: { id: 'test', kind: 'endpoint', endpoint: null },
    region: 'us-east-1',
    seed: 5,
    phases,
    lanes: lanes ?? plan({ scene, phases, seed: 5, cases }),
    concurrency,
    failFast: false,
    shrinks,
    timeLimit,
    ...(patience === undefined ? {} : { patience }),
    record: { write: (line) => void (line.line === 'case' && lines.push(line)) },
    interrupted: () => null,
    progress,
  });
  return { ...result, cases: lines };
}

function withPolicy(service: PoolService, policy: ServerPolicy): PoolService {
  const handle: PoolService['handle'] = (operation, body) => {
    const answer = operation === testedOperation && isJsonObject(body) ? policy(body) : undefined;
    return answer ?? service.handle(operation, body);
  };
  return { ...service, handle };
}
