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
    handle: async ({ protocol, hostname, path, method, headers, body }: HandedRequest) => {
      const response = await fetch(
        new Request(`${protocol}//${hostname}${path}`, {
          method,
          headers,
          ...(method === 'GET' ? {} : { body: body as string }),
        }),
      );
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
