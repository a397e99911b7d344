import type { Fetch } from '../../../targets/mock/fetchFrom.ts';
import { serve } from '../../../targets/serve.ts';

/** A server under test that counts what reaches it. */
export interface CountingServer {
  readonly url: string;
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

/** Serves on a free loopback port until closed. */
export async function serveCounting(answer: Fetch): Promise<CountingServer> {
  let requests = 0;
  const counted: Fetch = (request) => {
    requests += 1;
    return answer(request);
  };
  const { url, close } = await serve({ handlers: [counted], port: 0 });
  return { url, requests: () => requests, close };
}
