import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections and to servers that name none, beginning with 32768 at the earliest. */
const [first, end] = [20_000, 32_000];

/**
 * A loopback port that is free at the moment. It is one that nobody is given who does not ask for it by number: many processes of
 * tests run at once, and one of them would take it before it is used.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(first, end);
  return (await isFree(port)) ? port : freePort();
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
