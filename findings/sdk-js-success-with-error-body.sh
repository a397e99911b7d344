#!/bin/sh
# @aws-sdk/client-cognito-identity-provider 3.1169.0: an error body with status 200 is a success; so are null, [] and no body.
#
# The client decides by the status alone. A server that answers its errors with HTTP 200 therefore never fails an application's
# test: `__type` and `message` come back as members of the result. An error name in the header x-amzn-errortype changes nothing.
# Only a body that is no JSON throws, and that is a SyntaxError instead of a service exception.
#
# Output:
#   error body: resolved with __type, message
#   error header: resolved with nothing
#   null: resolved with nothing
#   list: resolved with nothing
#   no body: resolved with nothing
#   HTML: threw SyntaxError
. "$(dirname "$0")/lib.sh"
install_npm @aws-sdk/client-cognito-identity-provider@3.1169.0
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import { CognitoIdentityProviderClient, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';

let [body, headers] = ['', {}];
const server = createServer((request, response) => {
  request.resume().once('end', () =>
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', ...headers }).end(body),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new CognitoIdentityProviderClient({
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${server.address().port}`,
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});

for (const [what, text, more] of [
  ['error body', '{"__type":"InvalidParameterException","message":"no"}', {}],
  ['error header', '{}', { 'x-amzn-errortype': 'InvalidParameterException' }],
  ['null', 'null', {}],
  ['list', '[]', {}],
  ['no body', '', {}],
  ['HTML', '<html></html>', {}],
]) {
  [body, headers] = [text, more];
  const outcome = await client.send(new UpdateUserPoolCommand({ UserPoolId: 'us-east-1_a' })).then(
    ({ $metadata, ...rest }) => `resolved with ${Object.keys(rest).join(', ') || 'nothing'}`,
    (error) => `threw ${error.name}`,
  );
  console.log(`${what}: ${outcome}`);
}
client.destroy();
server.close();
JS
node try.mjs | check
