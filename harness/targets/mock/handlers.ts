import { type HttpHandler, HttpResponse, http } from 'msw';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { type Answer, Refusal } from './answer.ts';
import type { PoolService } from './poolService.ts';
import { awsWire, type Wire } from './wire.ts';
import { answered } from './world.ts';

/** What X-Amz-Target says before the operation. */
const service = 'AWSCognitoIdentityProviderService';

/**
 * The service as msw handlers, for `setupServer`, `fetchFrom` and `serve`. A request that is plainly meant for something
 * else, another AWS service or no AWS service at all, is left to other handlers.
 */
export function mockHandlers(pools: PoolService, wire: Wire = awsWire): readonly HttpHandler[] {
  const respond: Responder = async (request) => {
    if (!isOurs(request.headers)) return undefined;
    const answer = answerTo(request.headers.get('x-amz-target') ?? '', await request.text(), pools);
    const { body, ...head } = wire(answer, pools.requestId());
    return new HttpResponse(body, head);
  };
  const handler = http.post('*', ({ request }) => respond(request));
  responders.set(handler, respond);
  return [handler];
}

type Responder = (request: Request) => Promise<HttpResponse<string> | undefined>;

const responders = new WeakMap<HttpHandler, Responder>();

/** What a handler of ours does with a POST, without msw's copy of the request; undefined for any other handler. */
export function responderOf(handler: HttpHandler): Responder | undefined {
  return responders.get(handler);
}

function isOurs(headers: Headers): boolean {
  const target = headers.get('x-amz-target');
  if (target?.includes('.')) return target.startsWith(`${service}.`);
  return target !== null || (headers.get('content-type') ?? '').startsWith('application/x-amz-json');
}

function answerTo(target: string, text: string, pools: PoolService): Answer {
  const operation = target.slice(service.length + 1);
  const body = answered(() => parsed(text));
  return 'ok' in body ? pools.handle(operation, body.ok) : body;
}

// No body at all counts as an empty object.
function parsed(text: string): JsonObject {
  if (text === '') return {};
  const value = parsedJson(text);
  if (isJsonObject(value)) return value;
  throw new Refusal('SerializationException', 'Expected map or null');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('SerializationException', 'The body is no JSON.');
  }
}
