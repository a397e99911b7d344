import { contractOf } from '../../../specs/contract.ts';
import { deleteOperation } from '../../../specs/operation.ts';
import { fetchRequest } from '../../targets/fetchRequest.ts';
import { listen } from '../../targets/listen.ts';
import { mutantFetch } from '../../targets/mutants/mutantFetch.ts';
import { mutantsOf } from '../../targets/mutants/mutantsOf.ts';

/** A target with a fault that goes silent at some request: from then on it answers deletions at most. */
export interface SilentTarget {
  readonly url: string;
  /** The operations that were asked for, in their order. */
  readonly operations: readonly string[];
  readonly close: () => Promise<void>;
}

/** How a target goes silent. */
export interface Silence {
  /** Whether a request, numbered from 0, is the one. */
  readonly at: (operation: string, number: number) => boolean;
  /** Whether that very request is answered. */
  readonly isAnswered: boolean;
  /** Whether deletions are answered afterwards. */
  readonly deletes: boolean;
  /** Called when the request has come, before it is answered. */
  readonly reached: () => void;
}

const contract = contractOf('2026-11-13', 'observed');
const fault = 'constraint/PoolName/max/looser';

/** Starts the target. Without a silence it answers everything. */
export async function startSilentTarget(silence?: Silence): Promise<SilentTarget> {
  const mutant = mutantsOf(contract).find(({ id }) => id === fault);
  if (mutant === undefined) throw new Error(`There is no mutant "${fault}".`);
  const answer = mutantFetch(mutant, contract, 'us-east-1');
  const operations: string[] = [];
  let isQuiet = false;
  const { url, close } = await listen(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const number = operations.push(operation) - 1;
    const isReached = !isQuiet && silence?.at(operation, number) === true;
    if (isReached) silence.reached();
    const isDue = isReached ? silence.isAnswered : !isQuiet || (silence?.deletes && operation === deleteOperation);
    isQuiet ||= isReached;
    if (!isDue) return;
    const right = await answer(fetchRequest(request, Buffer.concat(chunks)));
    response.writeHead(right.status, Object.fromEntries(right.headers)).end(await right.text());
  });
  return { url, operations, close };
}
