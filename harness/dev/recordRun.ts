import { join } from 'node:path';
import { contractOf } from '../../specs/contract.ts';
import { runPlan } from '../execute/runPlan.ts';
import { plan } from '../plan/plan.ts';
import type { RunRecord } from '../record/record.ts';
import { RecordWriter, readRecord } from '../record/recordFile.ts';
import { type Fetch, fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { directTransport } from '../transport/directTransport.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A run of the phases examples, boundary and fuzz against a server in this process, with the path of its record. */
export async function recordRun(
  answer: Fetch,
  only?: string,
): Promise<{ readonly record: RunRecord; readonly path: string }> {
  const contract = contractOf('2026-11-13', 'observed');
  const phases = ['examples', 'boundary', 'fuzz'] as const;
  const scene = { edition: contract.edition, basis: 'observed', region: 'us-east-1', account: '123456789012' } as const;
  const path = join(temporaryFolder(), 'record.jsonl');
  const record = new RecordWriter(path);
  await runPlan({
    contract,
    transport: directTransport(answer, 10_000),
    target: { id: 'test', kind: 'endpoint', endpoint: null },
    region: 'us-east-1',
    seed: 1,
    phases,
    cases: 60,
    only,
    lanes: plan({ scene, phases, seed: 1, cases: 60, ...(only === undefined ? {} : { only }) }),
    concurrency: 2,
    failFast: false,
    shrinks: false,
    record,
    interrupted: () => null,
    progress: () => {},
  });
  record.close();
  return { record: readRecord(path), path };
}

/** A new instance of the embedded mock, without pools. */
export function newMock(): Fetch {
  const contract = contractOf('2026-11-13', 'observed');
  return fetchFrom(mockHandlers(poolService({ ...contract, region: 'us-east-1' })));
}
