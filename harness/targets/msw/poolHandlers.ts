import { type HttpHandler, http } from 'msw';
import { operationNames, targetPrefix } from '../../../specs/operation.ts';
import { type Dialect, dialects, type Faults } from '../mock/faults.ts';
import { fetchFrom } from '../mock/fetchFrom.ts';
import { mockHandlers } from '../mock/handlers.ts';
import type { PoolService } from '../mock/poolService.ts';
import { type Call, callOf } from './call.ts';
import { defaultRegion } from './poolServices.ts';
import { requestRegion } from './requestRegion.ts';

/** What the handlers answer by. */
export interface PoolHandlerSettings {
  readonly services: (region: string) => PoolService;
  /** Undefined: the Region of each request. */
  readonly region?: string | undefined;
  readonly dialect: Dialect;
  readonly faults: Faults;
  readonly operations: 'pools' | 'all';
  readonly record: (call: Call) => void;
}

/** The service as msw handlers; a request that is none of theirs falls through to the next handler. */
export function poolHandlers(settings: PoolHandlerSettings): readonly HttpHandler[] {
  return [http.post('*', ({ request }) => answerCall(request, settings))];
}

async function answerCall(request: Request, settings: PoolHandlerSettings): Promise<Response | undefined> {
  const operation = operationNamed(request.headers);
  if (operation === undefined || !isImplemented(operation, settings)) return undefined;
  const region = settings.region ?? requestRegion(request) ?? defaultRegion;
  const { dialect, faults, services, record } = settings;
  const body = await request.clone().text();
  const answer = await fetchFrom(mockHandlers(services(region), dialects[dialect], faults))(request);
  record(callOf({ operation, region }, body, answer.status, await answer.clone().text()));
  return answer;
}

function operationNamed(headers: Headers): string | undefined {
  const [service, operation] = (headers.get('x-amz-target') ?? '').split('.');
  return service === targetPrefix ? operation : undefined;
}

function isImplemented(operation: string, { operations }: PoolHandlerSettings): boolean {
  return operations === 'all' || operationNames.some((name) => name === operation);
}
