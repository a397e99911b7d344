import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type JsonObject, parsedJson } from '../../../specs/json.ts';
import { testedOperation } from '../../../specs/operation.ts';
import { fetchRequest } from '../../targets/fetchRequest.ts';
import { listen } from '../../targets/listen.ts';
import { newMock } from '../recordRun.ts';
import { answerModes } from './answerModes.ts';
import { type HostileAnswer, poolModes } from './poolModes.ts';

/** A server that behaves by the first part of a request's path, which names a mode. */
export interface HostileServer {
  readonly urlOf: (mode: string) => string;
  readonly close: () => Promise<void>;
}

/** Updates that are answered rightly, so that there is a run at all. */
const rightUpdates = 4;

/** Starts the mock with all hostile modes, each with pools of its own. */
export async function startHostile(): Promise<HostileServer> {
  const modes = new Map<string, HostileMode>();
  const { url, close } = await listen(async (request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    const mode = modes.get(name) ?? new HostileMode(decodeURIComponent(name));
    modes.set(name, mode);
    // Clients go away in the middle of what a hostile server says.
    response.on('error', () => {});
    await mode.answer(request, response);
  });
  return { urlOf: (mode) => `${url}/${encodeURIComponent(mode)}`, close };
}

class HostileMode {
  private readonly name: string;
  private readonly mock = newMock();
  private updates = 0;
  private turn = 0;

  constructor(name: string) {
    this.name = name;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    request.url = '/';
    const right = await this.mock(fetchRequest(request, Buffer.concat(chunks)));
    const text = await right.text();
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const mode = answerModes[this.name];
    if (operation === testedOperation) this.updates += 1;
    if (mode !== undefined && operation === testedOperation && this.updates > rightUpdates) {
      mode({ response, right: text, forever: (write) => writeForever(response, write) });
      return;
    }
    const other = this.otherAnswer(operation, text);
    if (other === 'nothing') return;
    response.writeHead(other?.status ?? right.status, Object.fromEntries(right.headers));
    response.end(other === undefined ? text : JSON.stringify(other.body));
  }

  private otherAnswer(operation: string, text: string): HostileAnswer | undefined {
    const right: JsonObject = [parsedJson(text)].find(isJsonObject) ?? {};
    this.turn += 1;
    return poolModes[this.name]?.(operation, right, this.turn);
  }
}

function writeForever({ socket }: ServerResponse, write: () => void): void {
  const timer = setInterval(() => {
    if (socket === null || socket.destroyed) clearInterval(timer);
    else if (socket.writableLength < 1_000_000) write();
  }, 5);
}
