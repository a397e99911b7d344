/** Runs jobs in their order, at most so many at a time; the results are in the order of the jobs. */
export async function runSideBySide<Result>(
  jobs: readonly (() => Promise<Result>)[],
  parallel: number,
): Promise<readonly Result[]> {
  const results: Promise<Result>[] = [];
  const running = new Set<Promise<unknown>>();
  for (const job of jobs) {
    while (running.size >= Math.max(1, parallel)) await Promise.race(running);
    const result = job();
    results.push(result);
    const ended = result.finally(() => running.delete(ended));
    running.add(ended);
  }
  return Promise.all(results);
}
