#!/bin/sh
# capo-cognito-identity-provider 0.13.0: members that were not set are sent as false and 0, and shown as 0 where the answer has none.
#
# The service's model gives booleans and days a default, and this client writes it into each structure that it sends. An update that means
# to set MinimumLength sets five more members, an empty DeviceConfiguration says two things, and UnusedAccountValidityDays is sent as 0,
# which the API documents as not allowed once TemporaryPasswordValidityDays is set. boto3 sends what was given, and aws-sdk-go-v2 leaves
# false and 0 out even where they were given: three clients, three requests from the same code.
#
# Output:
#   minimum_length: {"MinimumLength": 8, "RequireLowercase": false, "RequireNumbers": false, "RequireSymbols": false, "RequireUppercase": false, "TemporaryPasswordValidityDays": 0}
#   an empty device_configuration: {"ChallengeRequiredOnNewDevice": false, "DeviceOnlyRememberedOnUserPrompt": false}
#   admin_create_user_config: {"AllowAdminCreateUserOnly": true, "UnusedAccountValidityDays": 0}
#   shown of an empty pool: {"estimated_number_of_users": 0}
. "$(dirname "$0")/lib.sh"
install_pip capo-cognito-identity-provider==0.13.0
cat >try.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from capo_cognito_identity_provider import CognitoIdentityProviderClient

bodies = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        bodies.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        shows = self.headers["x-amz-target"].endswith("DescribeUserPool")
        body = b'{"UserPool":{}}' if shows else b"{}"
        self.send_response(200)
        self.send_header("content-type", "application/x-amz-json-1.1")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
client = CognitoIdentityProviderClient(
    endpoint=f"http://127.0.0.1:{server.server_port}",
    region="us-east-1",
    credentials={"access_key": "a", "secret_key": "b"},
)


def update(what, read, **members):
    client.update_user_pool("us-east-1_a", **members)
    print(f"{what}: {json.dumps(read(bodies[-1]), sort_keys=True)}")


update(
    "minimum_length",
    lambda body: body["Policies"]["PasswordPolicy"],
    policies={"password_policy": {"minimum_length": 8}},
)
update("an empty device_configuration", lambda body: body["DeviceConfiguration"], device_configuration={})
update(
    "admin_create_user_config",
    lambda body: body["AdminCreateUserConfig"],
    admin_create_user_config={"allow_admin_create_user_only": True},
)
print(f"shown of an empty pool: {json.dumps(client.describe_user_pool('us-east-1_a')['user_pool'])}")
server.shutdown()
PY
python/bin/python try.py | check
