#!/bin/sh
# aws-cdk-lib 2.276.0: AwsCustomResource makes numbers of texts and no booleans, and its answer lacks a pool's dates and empty members.
#
# The usual way to call UpdateUserPool from a stack. CloudFormation hands on as text what comes from a parameter or another resource, so
# the function behind the construct turns "8" back into 8 by the service's model; "false" stays a text beside it and is sent as one. A
# stack that sets the shortest length of passwords by a parameter works, and the same stack with a switch does not. What DescribeUserPool
# answers is flattened for getResponseField by walking into objects: a Date has no members, nor has an empty list or map, so they are
# gone, and a stack that reads LastModifiedDate, or LambdaConfig on the day that the last trigger went, fails in deployment for a field that
# is not there. outputPaths compares beginnings: asked for the tag "cost" it hands out "cost-center" and "costs" too.
#
# Output:
#   sent: {"MinimumLength":8,"RequireSymbols":"false"}
#   answered: DeletionProtection, EstimatedNumberOfUsers, Id, UserPoolTags.cost, UserPoolTags.cost-center, UserPoolTags.costs
#   answered with outputPaths UserPool.UserPoolTags.cost: UserPoolTags.cost, UserPoolTags.cost-center, UserPoolTags.costs
. "$(dirname "$0")/lib.sh"
install_npm aws-cdk-lib@2.276.0 constructs@10.8.1 @aws-sdk/client-cognito-identity-provider@3.1169.0
cat >try.cjs <<'JS'
const { EventEmitter, once } = require('node:events');
const { createServer } = require('node:http');
const https = require('node:https');

const pool = {
  Id: 'us-east-1_a',
  DeletionProtection: 'ACTIVE',
  EstimatedNumberOfUsers: 0,
  CreationDate: 1700000000,
  LastModifiedDate: 1700000000,
  LambdaConfig: {},
  AutoVerifiedAttributes: [],
  UserPoolTags: { cost: '7', costs: '8', 'cost-center': '9' },
};
let sent;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  sent = JSON.parse(body);
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(request.headers['x-amz-target'].endsWith('DescribeUserPool') ? JSON.stringify({ UserPool: pool }) : '{}');
});

// The function reports to CloudFormation by HTTPS; this stands in for it.
let reported;
https.request = (_options, answered) => ({
  on() {},
  write: (text) => {
    reported = JSON.parse(text);
  },
  end: () => {
    const response = Object.assign(new EventEmitter(), { statusCode: 200, resume() {} });
    setImmediate(() => (answered(response), response.emit('end')));
  },
});

async function call(handler, action, parameters, outputPaths) {
  const call = { service: 'CognitoIdentityServiceProvider', action, parameters, physicalResourceId: { id: 'pool' }, outputPaths };
  const { log } = console;
  console.log = () => {};
  await handler(
    {
      RequestType: 'Update',
      ResponseURL: 'https://127.0.0.1/',
      PhysicalResourceId: 'pool',
      ResourceProperties: { ServiceToken: 't', InstallLatestAwsSdk: 'false', Update: JSON.stringify(call) },
    },
    { logStreamName: 'log' },
  );
  console.log = log;
}

function answered() {
  const names = Object.keys(reported.Data).filter((name) => name.startsWith('UserPool.'));
  return names.map((name) => name.slice('UserPool.'.length)).sort().join(', ');
}

async function main() {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${server.address().port}`;
  const { handler } = require('./node_modules/aws-cdk-lib/custom-resource-handlers/dist/custom-resources/aws-custom-resource-handler');
  const UserPoolId = 'us-east-1_a';
  const PasswordPolicy = { MinimumLength: '8', RequireSymbols: 'false' };
  await call(handler, 'updateUserPool', { UserPoolId, Policies: { PasswordPolicy } });
  console.log(`sent: ${JSON.stringify(sent.Policies.PasswordPolicy)}`);
  await call(handler, 'describeUserPool', { UserPoolId });
  console.log(`answered: ${answered()}`);
  await call(handler, 'describeUserPool', { UserPoolId }, ['UserPool.UserPoolTags.cost']);
  console.log(`answered with outputPaths UserPool.UserPoolTags.cost: ${answered()}`);
  server.close();
}
main();
JS
AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none \
  node try.cjs 2>/dev/null | check
