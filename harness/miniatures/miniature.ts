import type { RequestListener } from 'node:http';
import { listen } from '../targets/listen.ts';
import type { Served } from '../targets/serve.ts';

/** A small fake server with one fixed way of behaving; it listens on a free port of 127.0.0.1. */
export interface Miniature {
  readonly start: () => Promise<Served>;
}

/** A miniature that treats every request in one way. */
export function miniature(listener: RequestListener): Miniature {
  return { start: () => listen(listener) };
}
