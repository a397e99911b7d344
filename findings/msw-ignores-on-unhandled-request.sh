#!/bin/sh
# msw 3.0.5 (Node.js 24): `onUnhandledRequest: 'error'` is ignored; the option is now called onUnhandledFrame.
#
# A test suite that was written for msw 2 to fail on any request without a handler passes after the upgrade: the request goes out
# to the real server, and the only sign is a warning. `onUnhandledFrame: 'error'` stops it.
#
# Output:
#   onUnhandledRequest: error: answered 200 by the real server
#   onUnhandledFrame: error: stopped
. "$(dirname "$0")/lib.sh"
install_npm msw@3.0.5 node@24.21.0
use_installed_node
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import { setupServer } from 'msw/node';

const real = createServer((_, response) => response.end('real'));
await new Promise((resolve) => real.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${real.address().port}/`;

for (const option of ['onUnhandledRequest', 'onUnhandledFrame']) {
  const server = setupServer();
  server.listen({ [option]: 'error' });
  const outcome = await fetch(url).then(
    (answer) => `answered ${answer.status} by the real server`,
    () => 'stopped',
  );
  console.log(`${option}: error: ${outcome}`);
  server.close();
}
real.close();
real.closeAllConnections();
JS
node try.mjs 2>/dev/null | check
