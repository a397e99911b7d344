#!/bin/sh
# @aws-sdk/client-cognito-identity-provider 3.1169.0: a Map of tags and a Set of attributes are sent as {}, without an error.
#
# UpdateUserPool resets what is left out, and an empty UserPoolTags removes all tags: code that passes a Map loses the pool's tags.
# Numbers in texts and texts in numbers go out unchanged, unknown members vanish, and null leaves a list shorter than it was.
#
# Output:
#   Map of tags: {"UserPoolTags":{}}
#   Set of attributes: {"AutoVerifiedAttributes":{}}
#   null in a list: {"AutoVerifiedAttributes":["email"]}
#   unknown member: {}
#   text for a number: {"Policies":{"PasswordPolicy":{"MinimumLength":"8"}}}
. "$(dirname "$0")/lib.sh"
install_npm @aws-sdk/client-cognito-identity-provider@3.1169.0
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import { CognitoIdentityProviderClient, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';

let body = '';
const server = createServer((request, response) => {
  body = '';
  request.on('data', (chunk) => (body += chunk)).once('end', () => response.writeHead(200).end('{}'));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const client = new CognitoIdentityProviderClient({
  region: 'us-east-1',
  endpoint: `http://127.0.0.1:${server.address().port}`,
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
});

for (const [what, input] of [
  ['Map of tags', { UserPoolTags: new Map([['Team', 'Blue']]) }],
  ['Set of attributes', { AutoVerifiedAttributes: new Set(['email']) }],
  ['null in a list', { AutoVerifiedAttributes: ['email', null] }],
  ['unknown member', { LambdaConfigs: { PreSignUp: 'arn' } }],
  ['text for a number', { Policies: { PasswordPolicy: { MinimumLength: '8' } } }],
]) {
  await client.send(new UpdateUserPoolCommand(input));
  console.log(`${what}: ${body}`);
}
client.destroy();
server.close();
JS
node try.mjs | check
