import type { Answer } from '../transport/answer.ts';
import { commandFor } from '../transport/operations.ts';
import { readAnswer } from '../transport/readAnswer.ts';
import { stopwatch } from '../transport/stopwatch.ts';
import type { Transport } from '../transport/transport.ts';
import type { SdkClient } from './sdkClient.ts';

/** What the SDK hands from one step to the next. */
interface Step {
  readonly request: { body: unknown };
}

interface Received {
  readonly response: {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: AsyncIterable<Uint8Array> | Uint8Array;
  };
}

interface CommandStack {
  readonly add: (middleware: unknown, options: object) => void;
  readonly addRelativeTo: (middleware: unknown, options: object) => void;
}

/**
 * Sends through a client of the user's own: its endpoint, credentials, retries and middleware are used, while the body is the
 * case's, byte for byte, and the last answer is captured before the client reads it.
 */
export function clientTransport(client: SdkClient): Transport {
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  let sent = 0;
  return {
    sent: () => sent,
    route: undefined,
    close: () => {},
    send: async (operation, body) => {
      sent += 1;
      const elapsed = stopwatch();
      const command = commandFor(operation, {});
      const received = captureAnswer(command.middlewareStack as unknown as CommandStack, body, elapsed);
      const failure = await send(command).then(
        () => undefined,
        (error: unknown) => error,
      );
      return received() ?? { kind: 'unanswered', why: 'reset', detail: sentenceOf(failure), ms: elapsed() };
    },
  };
}

function captureAnswer(stack: CommandStack, body: string, elapsed: () => number): () => Answer | undefined {
  let answer: Answer | undefined;
  const replaceBody = (next: (args: Step) => unknown) => (args: Step) => {
    args.request.body = body;
    return next(args);
  };
  const capture = (next: (args: unknown) => Promise<Received>) => async (args: unknown) => {
    const received = await next(args);
    const { statusCode, headers, body: content } = received.response;
    const bytes = await readBytes(content);
    answer = readAnswer(statusCode, headers, bytes.toString('utf8'), elapsed());
    return { ...received, response: { ...received.response, body: new Uint8Array(bytes) } };
  };
  stack.add(replaceBody, { step: 'build', priority: 'high', name: 'poolproofBody' });
  stack.addRelativeTo(capture, { relation: 'after', toMiddleware: 'deserializerMiddleware', name: 'poolproofAnswer' });
  return () => answer;
}

async function readBytes(body: Received['response']['body']): Promise<Buffer> {
  if (body === undefined) return Buffer.alloc(0);
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
