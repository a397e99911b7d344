import type { IncomingMessage } from 'node:http';

/** Methods that a `Request` cannot have; to the mock they are as foreign as GET. */
const forbiddenMethods = ['TRACE', 'TRACK', 'CONNECT'];

/** An HTTP request as the web has it, whatever its method and however its target is spelled. */
export function fetchRequest({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Request {
  const usable = forbiddenMethods.includes(method.toUpperCase()) ? 'GET' : method;
  const hasBody = usable !== 'GET' && usable !== 'HEAD';
  return new Request(urlOf(url), {
    method: usable,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  });
}

const origin = 'http://127.0.0.1';

/** The URL of a request target: usually a path, which may begin with two slashes, rarely a whole URL, a star or nonsense. */
function urlOf(target: string): string {
  const candidates = target.startsWith('/') ? [`${origin}${target}`] : [target, `${origin}/`];
  const found = candidates.find((each) => /^(https?:|\/)/i.test(each) && URL.canParse(each)) ?? `${origin}/`;
  const url = new URL(found);
  // A request with credentials in its URL cannot be made.
  url.username = '';
  url.password = '';
  return url.href;
}
