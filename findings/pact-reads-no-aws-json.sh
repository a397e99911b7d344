#!/bin/sh
# @pact-foundation/pact 17.1.4 (Node.js 24): a body of type application/x-amz-json-1.1 never matches, not even the very body expected.
#
# The type of AWS's JSON protocol is no JSON to Pact: the expected object is kept as plain text with its matchers written into it, which no
# request equals, and the mismatch shows both as bytes. The same interaction as application/json passes, with other values too.
# Where the type is left out of the interaction, Pact takes it for application/json, and refuses the request for its type.
#
# Output:
#   application/json, the body expected: 200
#   application/json, another number: 200
#   application/x-amz-json-1.1, the body expected: 500
#   application/x-amz-json-1.1, the body expected as one text: 200
. "$(dirname "$0")/lib.sh"
install_npm @pact-foundation/pact@17.1.4 node@24.21.0
use_installed_node
cat >try.mjs <<'JS'
import { MatchersV3, PactV3 } from '@pact-foundation/pact';
const sent = (MinimumLength) => JSON.stringify({ UserPoolId: 'us-east-1_a', Policies: { PasswordPolicy: { MinimumLength } } });
const expected = { UserPoolId: 'us-east-1_a', Policies: { PasswordPolicy: { MinimumLength: MatchersV3.integer(8) } } };
for (const [type, what, example, body] of [
  ['application/json', 'the body expected', expected, sent(8)],
  ['application/json', 'another number', expected, sent(12)],
  ['application/x-amz-json-1.1', 'the body expected', expected, sent(8)],
  ['application/x-amz-json-1.1', 'the body expected as one text', sent(8), sent(8)],
]) {
  const pact = new PactV3({ consumer: 'application', provider: 'cognito', dir: 'pacts', logLevel: 'error', host: '127.0.0.1' });
  pact.addInteraction({
    uponReceiving: `${type}, ${what}`,
    withRequest: { method: 'POST', path: '/', headers: { 'content-type': type }, body: example },
    willRespondWith: { status: 200 },
  });
  let status;
  await pact
    .executeTest(async ({ url }) => {
      ({ status } = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body }));
    })
    .catch(() => {});
  console.log(`${type}, ${what}: ${status}`);
}
JS
node try.mjs 2>/dev/null | check
