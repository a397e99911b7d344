/**
 * Servers, frameworks and languages that many programs answer with. What one of them calls itself in the header `Server` says
 * nothing of the program behind it.
 */
const frameworks: ReadonlySet<string> = new Set([
  ...['aiohttp', 'basehttp', 'cpython', 'daphne', 'flask', 'granian', 'gunicorn', 'hypercorn', 'python', 'simplehttp'],
  ...['starlette', 'tornadoserver', 'twistedweb', 'uvicorn', 'waitress', 'werkzeug', 'wsgiserver'],
  ...['bun', 'deno', 'express', 'fastify', 'hono', 'koa', 'nestjs', 'node', 'node.js', 'nodejs', 'restify'],
  ...['actix-web', 'axum', 'hyper', 'rocket', 'warp', 'fasthttp', 'fiber', 'gin', 'go'],
  ...['akka-http', 'apache-coyote', 'glassfish', 'grizzly', 'helidon', 'java', 'jetty', 'ktor', 'micronaut', 'netty'],
  ...['pekko-http', 'quarkus', 'spring', 'tomcat', 'undertow', 'vert.x', 'wildfly', 'wiremock'],
  ...['kestrel', 'microsoft-httpapi', 'microsoft-iis', 'mono-httpapi'],
  ...['cowboy', 'mochiweb', 'passenger', 'php', 'puma', 'ruby', 'thin', 'unicorn', 'webrick', 'yaws'],
  ...['apache', 'awselb', 'caddy', 'cloudflare', 'cloudfront', 'envoy', 'haproxy', 'istio-envoy', 'kong', 'lighttpd'],
  ...['litespeed', 'mockserver', 'nginx', 'openresty', 'server', 'squid', 'tengine', 'traefik', 'varnish'],
]);

/** What a `Server` header says of the program itself, without the servers and frameworks under it; undefined if that is nothing. */
export function serverProduct(header: string): string | undefined {
  const products = header
    .replaceAll(/\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((product) => product !== '' && !isFramework(product));
  return products.length === 0 ? undefined : products.join(' ');
}

// Of "hypercorn-h11/0.17" and "mod_ssl/2.4" the protocol and the version say no more.
function isFramework(product: string): boolean {
  const name = (product.split('/')[0] ?? '').toLowerCase();
  return frameworks.has(name.replace(/-(h11|h2|h3|http)$/, '')) || frameworks.has(name) || name.startsWith('mod_');
}
