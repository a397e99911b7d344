import { parentPort, workerData } from 'node:worker_threads';
import { contractOf } from '../../specs/contract.ts';
import { mutantsOf } from '../targets/mutants/mutantsOf.ts';
import { type Kill, kill } from './kill.ts';
import type { KillTask } from './killTable.ts';

// One thread of the kill table: it gets the id of a mutant and answers with what became of it.
const task = workerData as KillTask;
const contract = contractOf(task.edition, task.basis);
const mutants = new Map(mutantsOf(contract).map((mutant) => [mutant.id, mutant]));

parentPort?.on('message', (id: string) => {
  killById(id).then((answer) => parentPort?.postMessage(answer));
});

async function killById(id: string): Promise<Kill> {
  const mutant = mutants.get(id);
  if (mutant === undefined) return erroredKill(id, 'There is no such mutant.');
  return kill(mutant, contract, task).catch((error: unknown) => erroredKill(id, String(error)));
}

function erroredKill(id: string, why: string): Kill {
  return {
    id,
    outcome: 'errored',
    by: why,
    member: null,
    isRightMember: null,
    isCaughtByOwn: null,
    requests: 0,
    ms: 0,
  };
}
