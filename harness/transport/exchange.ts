import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { amzTarget, type Operation } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';
import { readAnswer } from './readAnswer.ts';
import { applyFormAfterSigning, applyFormBeforeSigning, type FormedRequest, type RequestForm } from './requestForm.ts';

/** One request, passed to the SDK as the input of a command. */
export interface Exchange {
  readonly operation: Operation;
  /** What goes over the wire, byte for byte. */
  readonly body: string;
  readonly path: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly form: RequestForm | undefined;
  /** Aborts the request. */
  readonly signal: AbortSignal;
  /** Milliseconds since it began. */
  readonly elapsed: () => number;
}

/** What the SDK hands from one step to the next; its own types know nothing of exchanges. */
interface Carried {
  readonly input: Exchange;
  readonly request: FormedRequest;
}

/** The place that the SDK found for a request. */
interface Place {
  readonly endpointV2?: { readonly url: URL };
}

/** Bodies beyond this many bytes are not read to their end. */
const maxBodyBytes = 4 * 1024 * 1024;

/**
 * Makes a client send exchanges: its serializer is replaced by one that takes the body as it is, its deserializer by one that
 * returns the raw answer. Endpoint, headers, signature and connections remain the SDK's.
 */
export function carryExchanges({ middlewareStack, config }: CognitoIdentityProviderClient): void {
  middlewareStack.add(
    (next, place) => (args) => next({ ...args, request: writeRequest(args as unknown as Carried, place as Place) }),
    { name: 'serializerMiddleware', step: 'serialize', override: true },
  );
  middlewareStack.add(
    (next) => (args) => {
      const { input, request } = args as unknown as Carried;
      if (input.form !== undefined) applyFormBeforeSigning(request, input.form);
      return next(args);
    },
    { name: 'formBeforeSigning', step: 'build', priority: 'low' },
  );
  middlewareStack.add(
    () => async (args) => {
      const { input, request } = args as unknown as Carried;
      if (input.form !== undefined) applyFormAfterSigning(request, input.form);
      const { response } = await config.requestHandler.handle(request as never, { abortSignal: input.signal });
      return { response, output: { answer: await readResponse(response, input), $metadata: {} } };
    },
    { name: 'deserializerMiddleware', step: 'deserialize', override: true },
  );
}

function writeRequest({ input }: Carried, { endpointV2 }: Place) {
  const { body, path, type, headers, operation } = input;
  if (endpointV2 === undefined) throw new Error('the SDK found no endpoint');
  const { protocol, hostname, port } = endpointV2.url;
  return {
    method: 'POST',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    path,
    query: {},
    headers: {
      'content-type': type,
      'x-amz-target': amzTarget(operation),
      ...headers,
    },
    body: input.form?.bytes ?? body,
  };
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function readResponse({ statusCode, headers, body }: WireResponse, { elapsed }: Exchange): Promise<Answer> {
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
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) return undefined;
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks).toString('utf8');
}
