/** How often a fault showed when the same request was sent on the same state again. */
export interface Repeated {
  readonly times: number;
  readonly of: number;
}

/** One attempt to see a fault again: undefined where the target gave no answer in earnest. */
export type Attempt<T> = { readonly shown: T | undefined } | undefined;

/** What so many attempts came to: how often the fault showed, and how it did last. */
export async function repetition<T>(
  count: number,
  attempt: () => Promise<Attempt<T>>,
): Promise<Repeated & { readonly last: T | undefined }> {
  let [times, of] = [0, 0];
  let last: T | undefined;
  for (let turn = 0; turn < count; turn += 1) {
    const result = await attempt();
    if (result === undefined) continue;
    of += 1;
    if (result.shown === undefined) continue;
    times += 1;
    last = result.shown;
  }
  return { times, of, last };
}
