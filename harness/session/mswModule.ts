import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { getResponse, RequestHandler } from 'msw';
import { type Fetch, fetchFrom } from '../targets/mock/fetchFrom.ts';
import { UserError } from '../userError.ts';

/** What to do where a module has no handlers that can be used. */
export const moduleHint =
  'Give a module that exports its msw handlers as "handlers" or by default, such as --target msw:./handlers.ts.';

/** Imports a project's module of msw handlers; throws a UserError where it has none. */
export async function mswModule(path: string): Promise<Fetch> {
  const handlers = handlersIn(await imported(path), path);
  return fetchThrough(handlers, await getResponseOf(path));
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError('no-handlers', `"${path}" cannot be imported: ${why}.`, moduleHint);
  }
}

function handlersIn({ handlers, default: fallback }: Readonly<Record<string, unknown>>, path: string) {
  const found = handlers ?? fallback;
  if (Array.isArray(found) && found.length > 0 && found.every(isHandler)) return found;
  throw new UserError('no-handlers', `"${path}" exports no list of msw handlers.`, moduleHint);
}

export function isHandler(value: unknown): value is RequestHandler {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';
}

type GetResponse = typeof getResponse;

// Handlers only work with the msw that created them, which is the project's own where it has one.
async function getResponseOf(path: string): Promise<GetResponse> {
  const own = await msw(() => createRequire(path)('msw'));
  return own ?? (await msw(() => import('msw'))) ?? Promise.reject(noMsw(path));
}

async function msw(load: () => unknown): Promise<GetResponse | undefined> {
  try {
    const found = (await load()) as { readonly getResponse?: unknown };
    return typeof found.getResponse === 'function' ? (found.getResponse as GetResponse) : undefined;
  } catch {
    return undefined;
  }
}

function noMsw(path: string): UserError {
  return new UserError('no-msw', `"${path}" exports msw handlers, and msw is not installed.`, 'Run "npm install msw".');
}

/** A request that no handler answers, or that one passes through to the network, is an operation that the target does not have. */
export function fetchThrough(handlers: readonly RequestHandler[], answer: GetResponse): Fetch {
  const unknown = fetchFrom([]);
  return async (request) => {
    const response = await answer([...handlers], request.clone());
    return response === undefined || response.headers.has('x-msw-intention') ? unknown(request) : response;
  };
}
