import { finished, type Readable } from 'node:stream';
import type { Answer } from './answer.ts';
import type { Exchange } from './carrier.ts';
import { readAnswer } from './readAnswer.ts';

/** An HTTP answer whose body has yet to come. */
interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Bodies beyond this many bytes are not read to their end. */
const maxBodyBytes = 4 * 1024 * 1024;

/** Reads the body of an HTTP answer as it comes, unless it is far too large. */
export async function readResponse(
  { statusCode, headers, body }: WireResponse,
  { elapsed }: Pick<Exchange, 'elapsed'>,
): Promise<Answer> {
  const text = await bodyText(body);
  if (text === undefined) {
    return { kind: 'unanswered', why: 'too-large', detail: `more than ${maxBodyBytes} bytes`, ms: elapsed() };
  }
  return readAnswer(statusCode, headers, text, elapsed());
}

async function bodyText(body: unknown): Promise<string | undefined> {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  return streamText(body as Readable);
}

// By its events, since an iterator takes several steps for every part.
function streamText(body: Readable): Promise<string | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const chunks: Buffer[] = [];
  let size = 0;
  body.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size <= maxBodyBytes) return;
    resolve(undefined);
    body.destroy();
  });
  finished(body, (error) => {
    if (error) reject(error);
    else resolve(Buffer.concat(chunks).toString('utf8'));
  });
  return promise;
}
