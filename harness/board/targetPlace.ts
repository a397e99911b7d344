import { createServer } from 'node:net';
import type { PreparedTarget } from './prepareTarget.ts';

/** Where a target is reached, and what starts it there. */
export interface TargetPlace {
  /** Undefined for the mock within the process of a run. */
  readonly endpoint: string | undefined;
  /** A shell command; undefined for a server that runs already. */
  readonly command: string | undefined;
}

/** Milliseconds that a target may take until it answers: several start side by side. */
export const readyTimeout = 180_000;

/** The place of a target: its own address, or a free loopback port with the command that starts it there. It stores in `data`. */
export async function targetPlaceOf(
  { target, address, folder }: Extract<PreparedTarget, { readonly kind: 'ready' }>,
  data: string,
): Promise<TargetPlace> {
  if (target.start === undefined) return { endpoint: address, command: undefined };
  const port = await freeLoopbackPort();
  return { endpoint: `http://127.0.0.1:${port}`, command: target.start({ folder, port, data }) };
}

/** A port of 127.0.0.1 on which nothing listens at the moment. */
function freeLoopbackPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address === null || typeof address === 'string' ? 0 : address.port;
      server.close(() => resolve(port));
    });
  });
}
