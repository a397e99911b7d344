/** What the SDK hands to a request handler. */
interface HandedRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** An SDK request handler that asks a function instead of a socket. */
export function inProcessHandler(fetch: (request: Request) => Promise<Response>) {
  return {
    handle: async (request: HandedRequest, { abortSignal }: { readonly abortSignal?: AbortSignal } = {}) => {
      const { protocol, hostname, path, method, headers, body } = request;
      const answer = fetch(
        new Request(`${protocol}//${hostname}${path}`, {
          method,
          headers,
          ...(method === 'GET' ? {} : { body: body as string }),
        }),
      );
      const response = await (abortSignal === undefined ? answer : Promise.race([answer, aborted(abortSignal)]));
      return {
        response: {
          statusCode: response.status,
          headers: Object.fromEntries(response.headers),
          body: new Uint8Array(await response.arrayBuffer()),
        },
      };
    },
    destroy: () => {},
  };
}

// A function cannot be stopped, but nobody has to wait for it.
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abandon = () => reject(new Error('The request was given up.'));
    if (signal.aborted) abandon();
    else signal.addEventListener('abort', abandon, { once: true });
  });
}
