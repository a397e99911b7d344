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
write_python_stub
cat >try.py <<'PY'
import json

from capo_cognito_identity_provider import CognitoIdentityProviderClient
from stub import address_of, serve

bodies = []


def accept(operation, body):
    bodies.append(body)
    return 200, '{"UserPool":{}}' if operation == "DescribeUserPool" else "{}"


server = serve(accept)
client = CognitoIdentityProviderClient(
    endpoint=address_of(server), region="us-east-1", credentials={"access_key": "a", "secret_key": "b"}
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
run_python | check
