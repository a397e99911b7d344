#!/bin/sh
# @aws-sdk/client-cognito-identity-provider 3.1169.0: a refused update is sent three times when the server's clock is off.
#
# The retry strategy takes any client error (HTTP 400) whose Date header differs from the local clock by more than five minutes
# for an error of clock skew, whatever its name. So an emulator with a fixed or frozen Date header receives every refused request
# three times, although InvalidParameterException is no retryable error. With a Date that is four minutes off it is sent once.
#
# Output:
#   Date off by 4 minutes: 1 request, InvalidParameterException
#   Date off by 10 minutes: 3 requests, InvalidParameterException
#   Date fixed at 2023: 3 requests, InvalidParameterException
. "$(dirname "$0")/lib.sh"
install_npm @aws-sdk/client-cognito-identity-provider@3.1169.0
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import { CognitoIdentityProviderClient, UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';

let [date, requests] = ['', 0];
const server = createServer((request, response) => {
  requests += 1;
  request.resume().once('end', () =>
    response
      .writeHead(400, { date, 'content-type': 'application/x-amz-json-1.1' })
      .end('{"__type":"InvalidParameterException","message":"no"}'),
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const minutes = (count) => new Date(Date.now() + count * 60_000).toUTCString();

for (const [what, value] of [
  ['off by 4 minutes', minutes(4)],
  ['off by 10 minutes', minutes(10)],
  ['fixed at 2023', 'Sun, 01 Jan 2023 00:00:00 GMT'],
]) {
  [date, requests] = [value, 0];
  const client = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${server.address().port}`,
    credentials,
  });
  const error = await client.send(new UpdateUserPoolCommand({ UserPoolId: 'us-east-1_a' })).catch((caught) => caught);
  console.log(`Date ${what}: ${requests} request${requests === 1 ? '' : 's'}, ${error.name}`);
  client.destroy();
}
server.close();
JS
node try.mjs | check
