#!/bin/sh
# cognito-local 5.3.0: an update that names no policies removes Policies from the pool, instead of resetting it to the defaults.
#
# After an empty update DescribeUserPool of the service still shows the default password policy; here the member is gone, and code that
# reads `UserPool.Policies.PasswordPolicy` throws. LastModifiedDate does not change either, and a number given as text is stored as it is.
#
# Output:
#   created: MinimumLength 12
#   after an empty update: no Policies, LastModifiedDate unchanged
#   after MinimumLength "eight": 200, stored "eight"
. "$(dirname "$0")/lib.sh"
install_npm cognito-local@5.3.0
cat >try.mjs <<'JS'
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const emulator = spawn(process.execPath, ['node_modules/cognito-local/lib/bin/start.js'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
});
await new Promise((resolve, reject) => {
  let output = '';
  const read = (chunk) => {
    output += chunk;
    if (output.includes('Cognito Local running')) resolve();
  };
  emulator.stdout.on('data', read);
  emulator.stderr.on('data', read);
  emulator.once('exit', () => reject(new Error(output)));
});
const send = async (operation, body) => {
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};
const policy = (MinimumLength) => ({ Policies: { PasswordPolicy: { MinimumLength } } });
const created = (await send('CreateUserPool', { PoolName: 'one', ...policy(12) })).body.UserPool;
const shown = async () => (await send('DescribeUserPool', { UserPoolId: created.Id })).body.UserPool;
const before = await shown();
console.log(`created: MinimumLength ${before.Policies.PasswordPolicy.MinimumLength}`);
await send('UpdateUserPool', { UserPoolId: created.Id });
const after = await shown();
const date = after.LastModifiedDate === before.LastModifiedDate ? 'unchanged' : 'changed';
console.log(`after an empty update: ${after.Policies ? 'Policies' : 'no Policies'}, LastModifiedDate ${date}`);
const { status } = await send('UpdateUserPool', { UserPoolId: created.Id, ...policy('eight') });
const stored = (await shown()).Policies?.PasswordPolicy?.MinimumLength;
console.log(`after MinimumLength "eight": ${status}, stored ${JSON.stringify(stored)}`);
emulator.kill('SIGKILL');
JS
node try.mjs | check
