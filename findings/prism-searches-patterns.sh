#!/bin/sh
# @stoplight/prism-cli 5.16.0: patterns of an OpenAPI document are searched, not matched as a whole, and a refusal is a 422 of no
# declared form.
#
# OpenAPI converters copy AWS's patterns as they stand ("[\w-]+_[0-9a-zA-Z]+"), and JSON Schema leaves a pattern unanchored, while the
# service matches the whole text. So a mock generated from the document accepts what the service refuses. What it does refuse comes
# as 422 with application/problem+json, a status that the document does not declare, and without the error's name in "__type", so
# clients of AWS raise "Unknown".
#
# Output:
#   us-east-1_a: 200
#   !!us-east-1_a!!: 200
#   no underscore: 422 application/problem+json, no __type
. "$(dirname "$0")/lib.sh"
install_npm @stoplight/prism-cli@5.16.0 node@24.21.0
use_installed_node
cat >api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "pools", "version": "1" },
  "paths": {
    "/pool": {
      "post": {
        "requestBody": {
          "required": true,
          "content": { "application/json": { "schema": {
            "type": "object",
            "required": ["UserPoolId"],
            "properties": { "UserPoolId": { "type": "string", "pattern": "[\\w-]+_[0-9a-zA-Z]+" } }
          } } }
        },
        "responses": {
          "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "object" } } } },
          "481": { "description": "InvalidParameterException" }
        }
      }
    }
  }
}
JSON
cat >try.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const prism = spawn('prism', ['mock', '--host', '127.0.0.1', '--port', String(port), 'api.json']);
await new Promise((resolve, reject) => {
  let output = '';
  const read = (chunk) => {
    output += chunk;
    if (output.includes('is listening')) resolve();
  };
  prism.stdout.on('data', read);
  prism.stderr.on('data', read);
  prism.once('exit', () => reject(new Error(output)));
});
for (const [what, UserPoolId] of [
  ['us-east-1_a', 'us-east-1_a'],
  ['!!us-east-1_a!!', '!!us-east-1_a!!'],
  ['no underscore', 'nothing'],
]) {
  const answer = await fetch(`http://127.0.0.1:${port}/pool`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ UserPoolId }),
  });
  const text = await answer.text();
  const refused = `${answer.headers.get('content-type')}, ${text.includes('__type') ? 'with' : 'no'} __type`;
  console.log(`${what}: ${answer.status}${answer.ok ? '' : ` ${refused}`}`);
}
prism.kill();
JS
node try.mjs | check
