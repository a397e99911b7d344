#!/bin/sh
# aws-cdk-lib 2.276.0: new NumberAttribute({ min: 0 }) makes an attribute without a minimum, and no update can ever add it.
#
# The construct writes the constraints of a custom attribute where one of its two bounds is truthy, so a single bound of 0 is gone from the
# template without a warning, and with it the point of the attribute: a balance or a count that must not be negative takes any number. The
# same 0 beside another bound stays, which is what the tests of most projects have. UpdateUserPool has no member for the schema, and Cognito
# neither changes nor removes an attribute of a pool, so the mistake outlives its repair: the attribute needs another name, or all users
# another pool. Amplify's construct, which is built upon this one, hands its attributes over in another way and keeps the bound.
#
# Output:
#   min 0: {"AttributeDataType":"Number","Name":"balance"}
#   max 0: {"AttributeDataType":"Number","Name":"balance"}
#   min 1: {"AttributeDataType":"Number","Name":"balance","NumberAttributeConstraints":{"MinValue":"1"}}
#   min 0 and max 10: {"AttributeDataType":"Number","Name":"balance","NumberAttributeConstraints":{"MaxValue":"10","MinValue":"0"}}
#   min 0 in Amplify: {"AttributeDataType":"Number","Mutable":true,"Name":"balance","NumberAttributeConstraints":{"MinValue":"0"}}
. "$(dirname "$0")/lib.sh"
install_npm aws-cdk-lib@2.276.0 constructs@10.8.1 @aws-amplify/auth-construct@1.12.0
cat >try.mjs <<'JS'
import { AmplifyAuth } from '@aws-amplify/auth-construct';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NumberAttribute, UserPool } from 'aws-cdk-lib/aws-cognito';

function show(what, addPool) {
  const stack = new Stack(new App(), 'Stack');
  addPool(stack);
  const [pool] = Object.values(Template.fromStack(stack).findResources('AWS::Cognito::UserPool'));
  console.log(`${what}: ${JSON.stringify(pool.Properties.Schema.find(({ Name }) => Name === 'balance'))}`);
}

for (const [what, bounds] of [
  ['min 0', { min: 0 }],
  ['max 0', { max: 0 }],
  ['min 1', { min: 1 }],
  ['min 0 and max 10', { min: 0, max: 10 }],
]) {
  show(what, (stack) => new UserPool(stack, 'Pool', { customAttributes: { balance: new NumberAttribute(bounds) } }));
}
show('min 0 in Amplify', (stack) => {
  new AmplifyAuth(stack, 'Auth', { loginWith: { email: true }, userAttributes: { 'custom:balance': { dataType: 'Number', min: 0 } } });
});
JS
# The CDK leaves its output in the folder for temporary files.
TMPDIR=$folder node try.mjs 2>/dev/null | check
