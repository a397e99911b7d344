import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchRequest } from './fetchRequest.ts';
import { type Fetch, fetchFrom } from './mock/fetchFrom.ts';
import type { Responder } from './mock/responder.ts';

export interface ServeOptions {
  readonly handlers: readonly Responder[];
  /** 0 picks a free port. */
  readonly port: number;
  /** Where it listens. Absent: 127.0.0.1. On a loopback address, requests to other names and from other origins are refused. */
  readonly host?: string;
}

export interface Served {
  readonly url: string;
  /** Stops listening and ends every connection. */
  readonly close: () => Promise<void>;
}

/** Why the server could not start. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
  readonly code: 'port-in-use' | 'not-allowed' | 'cannot-listen';
  readonly hint: string;

  constructor(code: ServeError['code'], message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Serves handlers over HTTP until closed. Rejects with a ServeError if it cannot listen. */
export async function serve({ handlers, port, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const answer = fetchFrom(handlers);
  const isOpen = !isLoopback(host);
  const server = createServer((request, response) => {
    if (!isOpen && !isFromThisMachine(request.headers)) return refuseForeign(request, response);
    handle(request, response, answer).catch(() => answerFailure(response));
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw listenError(error, host, port);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close: () => closeServer(server) };
}

const largestBody = 16 * 1024 * 1024;

// Without this, a page that a browser on this machine shows could read and change pools, by a name of its own for 127.0.0.1.
function isFromThisMachine({ host, origin }: IncomingMessage['headers']): boolean {
  const isAllowedOrigin = origin === undefined || isLoopback(hostnameOf(origin));
  return isAllowedOrigin && (host === undefined || isLoopback(hostnameOf(`http://${host}`)));
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

function refuseForeign(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const text =
    'Only requests from this machine, to a loopback name, are answered. Start it with --host to serve other names.';
  outgoing.writeHead(403, { 'content-type': 'text/plain', connection: 'close' }).end(`${text}\n`);
  incoming.resume();
}

async function handle(incoming: IncomingMessage, outgoing: ServerResponse, answer: Fetch): Promise<void> {
  const body = await readLimitedBody(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const response = await answer(fetchRequest(incoming, body));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function answerFailure(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(500).end();
}

/** The whole body, or undefined if it exceeds the limit. */
async function readLimitedBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > largestBody) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must stay open for the refusal to be sent.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function listenError(error: unknown, host: string, port: number): ServeError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new ServeError(
      'port-in-use',
      `Port ${port} on ${host} is taken.`,
      'Choose another port, or 0 for a free one.',
    );
  }
  if (code === 'EACCES') {
    return new ServeError('not-allowed', `Port ${port} on ${host} is not allowed.`, 'Choose a port above 1023.');
  }
  return new ServeError('cannot-listen', `Cannot listen on ${host}:${port}: ${String(error)}`, 'Check the host name.');
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
