#!/bin/sh
# openapi-fetch 0.17.0 and openapi-python-client 0.29.1: an error that the document numbers 480 has no type, or raises ValueError.
#
# Public OpenAPI documents of AWS's services number the errors of an operation 480 and up, as OpenAPI has one response for each status.
# openapi-fetch lists the statuses of errors by name, up to 451 and then 497 and more: an operation whose errors are all 480 and up has
# an error of type never, which strict TypeScript refuses to read, though at run time it is there. The client of openapi-python-client has
# the branch for 480 and reads the body, and then makes an http.HTTPStatus of the number, which has none: the caller gets a ValueError
# in place of the error, while a status that the document does not declare at all, 404, comes back as None.
#
# Output:
#   openapi-fetch, 404 declared: no complaint
#   openapi-fetch, 480 declared: Property 'message' does not exist on type 'never'.
#   openapi-fetch at run time, 480: no such pool
#   openapi-python-client, 480 declared: ValueError: 480 is not a valid HTTPStatus
#   openapi-python-client, 404 not declared: None
. "$(dirname "$0")/lib.sh"
install_npm openapi-fetch@0.17.0 openapi-typescript@7.13.0 typescript@5.9.3
install_pip openapi-python-client==0.29.1
write_python_stub
cat >api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "pools", "version": "1" },
  "paths": {
    "/": {
      "post": {
        "operationId": "UpdateUserPool",
        "requestBody": { "content": { "application/json": { "schema": { "type": "object" } } } },
        "responses": {
          "200": { "description": "updated" },
          "480": { "description": "refused", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Refusal" } } } }
        }
      }
    }
  },
  "components": { "schemas": { "Refusal": { "type": "object", "properties": { "message": { "type": "string" } } } } }
}
JSON
sed 's/"480"/"404"/' api.json >api404.json
npx openapi-typescript api.json -o types480.ts >/dev/null 2>&1
npx openapi-typescript api404.json -o types404.ts >/dev/null 2>&1
for status in 404 480; do
  cat >"use$status.mts" <<TS
import createClient from 'openapi-fetch';
import type { paths } from './types$status.js';
const fetch = async (): Promise<Response> => new Response('{"message":"no such pool"}', { status: $status });
const { error } = await createClient<paths>({ baseUrl: 'http://127.0.0.1', fetch }).POST('/', { body: {} });
if (error) console.log(error.message);
TS
done
typed() {
  echo "{\"compilerOptions\":{\"strict\":true,\"module\":\"nodenext\",\"skipLibCheck\":true,\"types\":[]},\"files\":[\"$1\"]}" >tsconfig.json
  npx tsc | sed 's/.*: error TS[0-9]*: //'
}
complaint404=$(typed use404.mts)
complaint480=$(typed use480.mts)
python/bin/openapi-python-client generate --path api.json --output-path generated --meta none >/dev/null 2>&1
cat >try.py <<'PY'
from generated import Client
from generated.api.default import update_user_pool
from generated.models import UpdateUserPoolBody
from stub import address_of, serve

now = {"status": 480}
server = serve(lambda _operation, _body: (now["status"], '{"message":"no such pool"}'))
client = Client(base_url=address_of(server), headers={"x-amz-target": "Pools.UpdateUserPool"})
for now["status"], declared in ((480, "declared"), (404, "not declared")):
    try:
        outcome = update_user_pool.sync(client=client, body=UpdateUserPoolBody())
    except ValueError as error:
        outcome = f"{type(error).__name__}: {error}"
    print(f"openapi-python-client, {now['status']} {declared}: {outcome}")
PY
{
  echo "openapi-fetch, 404 declared: ${complaint404:-no complaint}"
  echo "openapi-fetch, 480 declared: ${complaint480:-no complaint}"
  echo "openapi-fetch at run time, 480: $(node use480.mjs)"
  python/bin/python try.py
} | check
