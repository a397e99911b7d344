#!/bin/sh
# openapi-generator 7.24.0: of three clients for one document, one sends "[object Object]", one is told of a failure that was none.
#
# Documents of AWS's services give bodies the type application/x-amz-json-1.1, which ends in no "+json". Each generator of the tool has a
# rule of its own for it. The client of typescript-fetch is typed, compiles, and hands the object to fetch() as it is, which makes a
# text of it. axios, from the same document, makes JSON of any object. The Python client sends the update, the service carries it out, and
# reading the answer raises "Unsupported content type": the caller takes a pool for unchanged that has its new name, and what repeats a
# failed call creates a second pool where it was CreateUserPool. A refusal comes out as the exception of its status all the same, so tests
# of refusals pass. No generator warns of the type.
#
# Output:
#   typescript-fetch sent [object Object]
#   typescript-axios sent {"UserPoolId":"us-east-1_a","PoolName":"one"}
#   python sent {"UserPoolId": "us-east-1_a", "PoolName": "one"}
#   python then raised ApiException, Unsupported content type: application/x-amz-json-1.1
. "$(dirname "$0")/lib.sh"
need java mvn
install_npm typescript@5.9.3 axios@1.13.2
install_pip urllib3==2.5.0 python-dateutil==2.9.0.post0 pydantic==2.12.4 typing-extensions==4.15.0
cat >pools.yaml <<'YAML'
openapi: 3.0.3
info: { title: pools, version: "1" }
paths:
  /:
    post:
      operationId: updateUserPool
      tags: [pools]
      requestBody:
        required: true
        content: { application/x-amz-json-1.1: { schema: { $ref: "#/components/schemas/UpdateUserPoolRequest" } } }
      responses:
        "200":
          description: updated
          content: { application/x-amz-json-1.1: { schema: { $ref: "#/components/schemas/UpdateUserPoolResponse" } } }
components:
  schemas:
    UpdateUserPoolResponse: { type: object }
    UpdateUserPoolRequest:
      type: object
      required: [UserPoolId]
      properties: { UserPoolId: { type: string }, PoolName: { type: string } }
YAML
mvn --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. \
  -Dartifact=org.openapitools:openapi-generator-cli:7.24.0:jar >mvn.log 2>&1 || { cat mvn.log >&2; exit 1; }
for generator in typescript-fetch typescript-axios python; do
  java -jar openapi-generator-cli-7.24.0.jar generate -i pools.yaml -g "$generator" -o "client-$generator" >generator.log 2>&1
done
for client in typescript-fetch typescript-axios; do
  npx tsc --target es2022 --module commonjs --esModuleInterop --skipLibCheck --outDir "client-$client/built" "client-$client/index.ts"
done
cat >client.py <<'PY'
import sys

sys.path.insert(0, "client-python")
from openapi_client import ApiClient, Configuration, PoolsApi, UpdateUserPoolRequest
from openapi_client.exceptions import ApiException

api = PoolsApi(ApiClient(Configuration(host=sys.argv[1])))
try:
    print("returned", api.update_user_pool(UpdateUserPoolRequest(UserPoolId="us-east-1_a", PoolName="one")))
except ApiException as error:
    print(f"raised {type(error).__name__}, {error.reason}")
PY
cat >try.cjs <<'JS'
const { execFile } = require('node:child_process');
const { once } = require('node:events');
const { createServer } = require('node:http');
const { promisify } = require('node:util');

let sent;
const server = createServer(async (request, response) => {
  sent = '';
  for await (const chunk of request) sent += chunk;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end('{}');
});

async function main() {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const basePath = `http://127.0.0.1:${server.address().port}`;
  const fetching = require('./client-typescript-fetch/built/index.js');
  const byFetch = new fetching.PoolsApi(new fetching.Configuration({ basePath }));
  await byFetch.updateUserPool({ updateUserPoolRequest: { userPoolId: 'us-east-1_a', poolName: 'one' } });
  console.log(`typescript-fetch sent ${sent}`);
  const axios = require('./client-typescript-axios/built/index.js');
  const byAxios = new axios.PoolsApi(new axios.Configuration({ basePath }));
  await byAxios.updateUserPool({ UserPoolId: 'us-east-1_a', PoolName: 'one' });
  console.log(`typescript-axios sent ${sent}`);
  const { stdout } = await promisify(execFile)('python/bin/python', ['client.py', basePath]);
  console.log(`python sent ${sent}\npython then ${stdout.trim()}`);
  server.close();
}
main();
JS
node try.cjs | check
