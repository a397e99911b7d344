import { Worker } from 'node:worker_threads';
import { siblingModule } from '../siblingModule.ts';

/** Work for worker threads: each thread gets the data at its start, then one id after another, and answers each with a result. */
export interface WorkerTask<Data> {
  /** The worker's file without its ending: `./killWorker`. */
  readonly worker: string;
  readonly data: Data;
  readonly ids: readonly string[];
  /** Threads. */
  readonly jobs: number;
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** Works through ids in worker threads; the results come in the order of the ids. */
export async function inWorkers<Data, Result extends { readonly id: string }>({
  worker,
  data,
  ids,
  jobs,
  progress,
}: WorkerTask<Data>): Promise<readonly Result[]> {
  const queue = ids.values();
  const results = new Map<string, Result>();
  const take = (result: Result) => {
    results.set(result.id, result);
    progress?.(results.size, ids.length);
  };
  const threads = Math.min(jobs, ids.length);
  await Promise.all(
    Array.from({ length: threads }, () => workThrough(siblingModule(worker, import.meta.url), data, queue, take)),
  );
  return ids.flatMap((id) => results.get(id) ?? []);
}

function workThrough<Result>(
  file: URL,
  workerData: unknown,
  queue: Iterator<string>,
  take: (result: Result) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    const next = () => {
      const { value, done } = queue.next();
      if (done !== true) return worker.postMessage(value);
      worker.terminate().then(() => resolve(), reject);
    };
    worker.on('error', reject);
    worker.on('message', (result: Result) => {
      take(result);
      next();
    });
    next();
  });
}
