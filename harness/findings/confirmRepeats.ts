/** How often a deviation showed when the same request was sent on the same state again. */
export interface Repetition {
  readonly times: number;
  readonly of: number;
}

/** One attempt to see a deviation again: undefined where the target gave no usable answer. */
export type Attempt<T> = { readonly shown: T | undefined } | undefined;

/** Makes `count` attempts to reproduce a deviation: how often it showed, and its last appearance. */
export async function confirmRepeats<T>(
  count: number,
  attempt: () => Promise<Attempt<T>>,
): Promise<Repetition & { readonly last: T | undefined }> {
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
