import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fetchRequest } from '../fetchRequest.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { OddServer } from './oddServer.ts';

/** Servers that treat their connections otherwise. They are reached over the network. */
export function connectionServers(): readonly OddServer[] {
  return [
    connection(
      'closes-silently',
      'The connection is closed after each error, without a word about it.',
      'HTTP lets a server close an idle connection at any time.',
      (outgoing, response, body) => {
        write(outgoing, response, body);
        if (response.status >= 400) outgoing.on('finish', () => setImmediate(() => outgoing.socket?.destroy()));
      },
    ),
    {
      ...connectionFields(
        'closes-when-reused',
        'A connection on which an error was answered is closed when it is used again.',
        'HTTP lets a server close an idle connection at any time.',
      ),
      alteration: {
        listener: (fetch) => {
          const closing = new WeakSet<object>();
          return (incoming, outgoing) => {
            if (closing.has(incoming.socket)) return void incoming.socket.destroy();
            const respond: Respond = (_outgoing, response, body) => {
              if (response.status >= 400) closing.add(incoming.socket);
              write(outgoing, response, body);
            };
            answerIncoming(incoming, outgoing, fetch, respond, 0).catch(() => outgoing.destroy());
          };
        },
      },
    },
    connection(
      'closes-always',
      'Every answer closes its connection, and says so.',
      'HTTP lets a server choose.',
      (outgoing, response, body) => {
        outgoing.setHeader('connection', 'close');
        write(outgoing, response, body);
      },
    ),
    connection(
      'chunked',
      'Bodies come in chunks of a few bytes.',
      'HTTP/1.1 has chunked bodies.',
      (outgoing, response, body) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        for (let at = 0; at < body.length; at += 700) outgoing.write(body.subarray(at, at + 700));
        outgoing.end();
      },
    ),
    connection(
      'http-1-0',
      'Answers are HTTP/1.0 and end with the connection.',
      'Clients understand HTTP/1.0.',
      (outgoing, response, body) => {
        const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
        outgoing.socket?.end(Buffer.concat([Buffer.from(`HTTP/1.0 ${response.status} OK\r\n${headers}\r\n`), body]));
      },
    ),
    connection(
      'short-lived',
      'Connections are closed after five requests.',
      'HTTP lets a server choose.',
      (outgoing, response, body, count) => {
        if (count % 5 === 0) outgoing.setHeader('connection', 'close');
        write(outgoing, response, body);
      },
    ),
    connection(
      'early-hints',
      'Answers are preceded by an interim answer.',
      'HTTP/1.1 has interim answers, which clients pass over.',
      (outgoing, response, body) => {
        outgoing.writeProcessing();
        write(outgoing, response, body);
      },
    ),
  ];
}

type Respond = (outgoing: ServerResponse, response: Response, body: Buffer, count: number) => void;

function connection(name: string, says: string, allowed: string, respond: Respond): OddServer {
  const listener = (fetch: Fetch): RequestListener => {
    let count = 0;
    return (incoming, outgoing) => {
      count += 1;
      answerIncoming(incoming, outgoing, fetch, respond, count).catch(() => outgoing.destroy());
    };
  };
  return { ...connectionFields(name, says, allowed), alteration: { listener } };
}

function connectionFields(name: string, says: string, allowed: string) {
  return { id: `connection/${name}`, group: 'connection', member: '', clause: '', says, allowed } as const;
}

async function answerIncoming(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fetch: Fetch,
  respond: Respond,
  count: number,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const response = await fetch(fetchRequest(incoming, Buffer.concat(chunks)));
  respond(outgoing, response, Buffer.from(await response.arrayBuffer()), count);
}

function write(outgoing: ServerResponse, response: Response, body: Buffer): void {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(body);
}
