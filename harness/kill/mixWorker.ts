import { parentPort, workerData } from 'node:worker_threads';
import { contractOf } from '../../specs/contract.ts';
import { judgeMix } from './judgeMix.ts';
import type { OddVerdict } from './judgeOddServer.ts';
import { type MixTask, placedMixes } from './mixTable.ts';

// One thread of the table of mixes: it gets the id of a mix and answers with what a run said of it.
const task = workerData as MixTask;
const mixes = new Map(placedMixes(task).map((placed) => [placed.id, placed]));

parentPort?.on('message', (id: string) => {
  judgePlaced(id).then(
    (verdict) => parentPort?.postMessage(verdict),
    (error: unknown) =>
      parentPort?.postMessage({ id, outcome: 'errored', alarms: [String(error)], requests: 0, ms: 0 }),
  );
});

async function judgePlaced(id: string): Promise<OddVerdict> {
  const placed = mixes.get(id);
  if (placed === undefined) throw new Error('There is no such mix.');
  const { place, mix } = placed;
  const { region, cases } = task;
  const contract = contractOf(place.edition, place.basis);
  return { ...(await judgeMix(mix, contract, { region, cases, seed: place.seed })), id };
}
