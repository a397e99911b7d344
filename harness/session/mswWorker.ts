import type { Fetch } from '../targets/mock/fetchFrom.ts';
import { UserError } from '../userError.ts';
import { messageOf } from './messageOf.ts';
import type { CarriedRequest, HandlersMessage } from './mswMessages.ts';
import { mswModule } from './mswModule.ts';

// The process in which msw handlers run; see handlersProcess.

// A terminal sends these to all its processes; the run needs the handlers for as long as it cleans up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('uncaughtException', (error) => {
  send({ kind: 'thrown', why: messageOf(error) }, () => process.exit(1));
});
// What the handlers print may have no reader.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const [path = ''] = process.argv.slice(2);
try {
  const fetch = await mswModule(path);
  process.on('message', (request: CarriedRequest) => void answer(fetch, request));
  send({ kind: 'ready' });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  const { code, message, hint } = error;
  send({ kind: 'unfit', code, message, hint });
}

async function answer(fetch: Fetch, { id, url, method, headers, body }: CarriedRequest): Promise<void> {
  try {
    const sent = headers.map(([name, value]): [string, string] => [name, value]);
    const content = method === 'GET' ? {} : { body: Buffer.from(body) };
    const response = await fetch(new Request(url, { method, headers: sent, ...content }));
    const received = new Uint8Array(await response.arrayBuffer());
    send({ kind: 'answer', id, status: response.status, headers: [...response.headers], body: received });
  } catch (error) {
    send({ kind: 'failed', id, why: messageOf(error) });
  }
}

function send(message: HandlersMessage, sent: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, sent);
}
