import { parentPort, workerData } from 'node:worker_threads';
import { contractOf } from '../../specs/contract.ts';
import { oddServersOf } from '../targets/odd/oddServersOf.ts';
import { judgeOddServer, type OddVerdict } from './judgeOddServer.ts';
import type { OddTask } from './oddTable.ts';

// One thread of the table of odd servers: it gets the id of a server and answers with what a run said of it.
const task = workerData as OddTask;
const contract = contractOf(task.edition, task.basis);
const servers = new Map(oddServersOf(contract).map((server) => [server.id, server]));

parentPort?.on('message', (id: string) => {
  judgeById(id).then((verdict) => parentPort?.postMessage(verdict));
});

async function judgeById(id: string): Promise<OddVerdict> {
  const server = servers.get(id);
  if (server === undefined) return erroredVerdict(id, 'There is no such server.');
  return judgeOddServer(server, contract, task).catch((error: unknown) => erroredVerdict(id, String(error)));
}

function erroredVerdict(id: string, why: string): OddVerdict {
  return { id, outcome: 'errored', alarms: [why], requests: 0, ms: 0 };
}
