#!/bin/sh
# aws-sdk-client-mock 4.1.0: an expected empty map matches any map, so a test that tags are removed passes where they are not.
#
# An update with UserPoolTags {} removes all tags. Commands are matched in part, structures too, so {} is contained in every map of tags;
# an empty list matches an empty list alone. Only the third argument of commandCalls compares the whole. A request that is changed and
# sent again shows its last state in both calls, since the mock keeps the object and not what was sent.
#
# Output:
#   sent: tags {"team":"blue"}
#   calls with UserPoolTags {}: 1
#   calls with UserPoolTags {}, strictly: 0
#   calls with AutoVerifiedAttributes []: 0
#   names of two calls: second, second
. "$(dirname "$0")/lib.sh"
install_npm aws-sdk-client-mock@4.1.0 @aws-sdk/client-cognito-identity-provider@3.1169.0 node@24.21.0
use_installed_node
cat >try.mjs <<'JS'
import { CognitoIdentityProviderClient, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
const mock = mockClient(CognitoIdentityProviderClient);
mock.on(UpdateUserPoolCommand).resolves({});
const client = new CognitoIdentityProviderClient({ region: 'us-east-1' });
const UserPoolId = 'us-east-1_a';
const UserPoolTags = { team: 'blue' };
await client.send(new UpdateUserPoolCommand({ UserPoolId, UserPoolTags, AutoVerifiedAttributes: ['email'] }));
const calls = (...expected) => mock.commandCalls(UpdateUserPoolCommand, ...expected).length;
console.log(`sent: tags ${JSON.stringify(UserPoolTags)}`);
console.log(`calls with UserPoolTags {}: ${calls({ UserPoolTags: {} })}`);
console.log(
  `calls with UserPoolTags {}, strictly: ${calls({ UserPoolId, UserPoolTags: {}, AutoVerifiedAttributes: ['email'] }, true)}`,
);
console.log(`calls with AutoVerifiedAttributes []: ${calls({ AutoVerifiedAttributes: [] })}`);
mock.resetHistory();
const request = { UserPoolId, PoolName: 'first' };
await client.send(new UpdateUserPoolCommand(request));
request.PoolName = 'second';
await client.send(new UpdateUserPoolCommand(request));
console.log(`names of two calls: ${mock.commandCalls(UpdateUserPoolCommand).map(({ args }) => args[0].input.PoolName).join(', ')}`);
JS
node try.mjs | check
