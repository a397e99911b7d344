import type { ErrorName } from '../../../specs/errors.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { amzTarget, targetPrefix, testedOperation } from '../../../specs/operation.ts';
import { type Answer, Refusal } from './answer.ts';
import { dialects, type Faults, faultHeader, readFaultHeader } from './faults.ts';
import type { MockRequest } from './mockRequest.ts';
import type { PoolService } from './poolService.ts';
import type { Responder } from './responder.ts';
import { awsWire, type ResponseParts, type Wire } from './wire.ts';
import { toAnswer } from './world.ts';

/** Answers a request; undefined where it is plainly meant for something else, another AWS service or no AWS service at all. */
export type MockAnswer = (request: MockRequest) => Promise<ResponseParts | undefined>;

/** The service as handlers for `fetchFrom` and `serve`. What is meant for something else is left to other handlers. */
export function mockHandlers(pools: PoolService, wire?: Wire, faults?: Faults): readonly Responder[] {
  const answer = mockAnswer(pools, wire, faults);
  return [async (request) => responseOf(await answer(request))];
}

/** The service as a function from requests to the parts of answers. */
export function mockAnswer(pools: PoolService, wire: Wire = awsWire, faults: Faults = () => undefined): MockAnswer {
  return async (request) => {
    if (request.method !== 'POST' || !isCognitoRequest(request.headers)) return undefined;
    const target = request.headers.get('x-amz-target') ?? '';
    const asked = faultIn(request.headers, wire);
    if (asked !== undefined && target === amzTarget(testedOperation)) return partsOf(asked, pools);
    const fault = faults(operationOf(target));
    if (fault !== undefined) {
      if (fault.delay > 0) await new Promise((resolve) => setTimeout(resolve, fault.delay));
      return partsOf({ answer: faultAnswer(fault.error), wire }, pools);
    }
    return partsOf({ answer: answerRequest(target, await request.text(), pools), wire }, pools);
  };
}

interface Reply {
  readonly answer: Answer;
  readonly wire: Wire;
  readonly headers?: Readonly<Record<string, string>>;
}

function partsOf({ answer, wire, headers }: Reply, pools: PoolService): ResponseParts {
  const parts = wire(answer, pools.requestId());
  return headers === undefined ? parts : { ...parts, headers: { ...parts.headers, ...headers } };
}

function responseOf(parts: ResponseParts | undefined): Response | undefined {
  if (parts === undefined) return undefined;
  const { body, ...head } = parts;
  return new Response(body, head);
}

function faultIn(headers: MockRequest['headers'], wire: Wire): Reply | undefined {
  const header = headers.get(faultHeader);
  const asked = readFaultHeader(header);
  if (asked === undefined) return undefined;
  const spoken = asked.dialect === 'aws' ? wire : dialects[asked.dialect];
  return { answer: faultAnswer(asked.error), wire: spoken, headers: { [faultHeader]: header ?? '' } };
}

function faultAnswer(name: ErrorName): Answer {
  return { error: { name, message: `The mock was told to answer with ${name}.` } };
}

function isCognitoRequest(headers: MockRequest['headers']): boolean {
  const target = headers.get('x-amz-target');
  if (target?.includes('.')) return target.startsWith(`${targetPrefix}.`);
  return target !== null || (headers.get('content-type') ?? '').startsWith('application/x-amz-json');
}

function operationOf(target: string): string {
  return target.slice(targetPrefix.length + 1);
}

function answerRequest(target: string, text: string, pools: PoolService): Answer {
  const operation = operationOf(target);
  const body = toAnswer(() => parseBody(text));
  return 'ok' in body ? pools.handle(operation, body.ok) : body;
}

// No body at all counts as an empty object.
function parseBody(text: string): JsonObject {
  if (text === '') return {};
  const value = parseJson(text);
  if (isJsonObject(value)) return value;
  throw new Refusal('SerializationException', 'Expected map or null');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('SerializationException', 'The body is not JSON.');
  }
}
