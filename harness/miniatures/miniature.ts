import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Served } from '../targets/serve.ts';

/** A small fake server with one fixed way of behaving; it listens on a free port of 127.0.0.1. */
export interface Miniature {
  readonly start: () => Promise<Served>;
}

/** A miniature that treats every request in one way. */
export function miniature(listener: RequestListener): Miniature {
  return { start: () => listening(listener) };
}

async function listening(listener: RequestListener): Promise<Served> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
