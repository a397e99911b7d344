import type { RequestListener } from 'node:http';
import { listen } from '../targets/listen.ts';
import type { Served } from '../targets/serve.ts';

/** A stub: a small server with one fixed way of behaving; it listens on a free port of 127.0.0.1. */
export interface StubServer {
  readonly start: () => Promise<Served>;
}

/** A stub server that treats every request in one way. */
export function stubServer(listener: RequestListener): StubServer {
  return { start: () => listen(listener) };
}
