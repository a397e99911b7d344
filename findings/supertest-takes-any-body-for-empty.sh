#!/bin/sh
# supertest 7.3.2: `.expect(200, {})`, the whole of UpdateUserPool's answer, passes on any body of type application/x-amz-json-1.1.
#
# superagent reads as JSON what ends in "json" or "+json"; the type of AWS's JSON protocol goes on behind it, so the body is kept as
# text and `body` is {}. That happens to be what an update answers: the check passes on a pool, on a page of HTML and on half a
# document, and a check for a member in the answer of DescribeUserPool fails on the right one. Sending an object of this type raises a
# TypeError, sending text works. The text is in `text`; `.parse(superagent.parse['application/json'])` reads it.
#
# Output:
#   application/json, {"UserPool":{}}: refused
#   application/x-amz-json-1.1, {"UserPool":{}}: passed
#   application/x-amz-json-1.1, {"__ty: passed
#   application/x-amz-json-1.1, <p>busy</p>: passed
#   read with the parser: {"UserPool":{}}
. "$(dirname "$0")/lib.sh"
install_npm supertest@7.3.2 superagent@10.4.2
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import superagent from 'superagent';
import request from 'supertest';

const now = { type: '', body: '' };
const server = createServer((asked, answer) => {
  asked.resume();
  answer.setHeader('content-type', now.type);
  answer.end(now.body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const update = () =>
  request(server).post('/').set('content-type', 'application/x-amz-json-1.1').send(JSON.stringify({ UserPoolId: 'us-east-1_a' }));
for (const [type, body] of [
  ['application/json', '{"UserPool":{}}'],
  ['application/x-amz-json-1.1', '{"UserPool":{}}'],
  ['application/x-amz-json-1.1', '{"__ty'],
  ['application/x-amz-json-1.1', '<p>busy</p>'],
]) {
  Object.assign(now, { type, body });
  const outcome = await update().expect(200, {}).then(() => 'passed', () => 'refused');
  console.log(`${type}, ${body}: ${outcome}`);
}
Object.assign(now, { type: 'application/x-amz-json-1.1', body: '{"UserPool":{}}' });
const read = await update().buffer(true).parse(superagent.parse['application/json']);
console.log(`read with the parser: ${JSON.stringify(read.body)}`);
server.close();
JS
node try.mjs | check
