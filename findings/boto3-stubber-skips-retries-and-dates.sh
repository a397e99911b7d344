#!/bin/sh
# boto3 1.44.8: a client under its Stubber retries nothing and parses nothing, so code sees other values and errors than it ever will.
#
# The stub answers in place of the call, before retries and parsing. An InternalErrorException with status 500 reaches the code at once,
# where the client would have sent the request again; a date that was stubbed as text or number stays one, where the client gives
# a datetime. Stubbed answers are checked by half the model: a MinimumLength under its minimum is refused, one over its maximum is not,
# nor is an enum's value that does not exist.
#
# Output:
#   from a server: 200 after 1 retry, datetime
#   from the Stubber: InternalErrorException, then int
#   stubbed MinimumLength 5: ParamValidationError
#   stubbed MinimumLength 500, MfaConfiguration MAYBE: returned
. "$(dirname "$0")/lib.sh"
install_pip boto3==1.44.8
write_python_stub
cat >try.py <<'PY'
from botocore.config import Config
from botocore.stub import Stubber
from stub import boto3_client, serve

answers = [
    (500, '{"__type":"InternalErrorException","message":"try again"}'),
    (200, "{}"),
    (200, '{"UserPool":{"LastModifiedDate":1700000000}}'),
]
server = serve(lambda _operation, _body: answers.pop(0))
client = boto3_client(server, config=Config(retries={"mode": "standard"}))
pool = {"UserPoolId": "us-east-1_a"}


def kind_of_date():
    return type(client.describe_user_pool(**pool)["UserPool"]["LastModifiedDate"]).__name__


made = client.update_user_pool(**pool)["ResponseMetadata"]
retries = made["RetryAttempts"]
print(f"from a server: {made['HTTPStatusCode']} after {retries} retry, {kind_of_date()}")
with Stubber(client) as stubber:
    stubber.add_client_error("update_user_pool", "InternalErrorException", "try again", 500)
    stubber.add_response("describe_user_pool", {"UserPool": {"LastModifiedDate": 1700000000}})
    try:
        client.update_user_pool(**pool)
    except client.exceptions.InternalErrorException as error:
        print(f"from the Stubber: {type(error).__name__}, then {kind_of_date()}")
    for what, member in [
        ("MinimumLength 5", {"Policies": {"PasswordPolicy": {"MinimumLength": 5}}}),
        (
            "MinimumLength 500, MfaConfiguration MAYBE",
            {"Policies": {"PasswordPolicy": {"MinimumLength": 500}}, "MfaConfiguration": "MAYBE"},
        ),
    ]:
        try:
            stubber.add_response("describe_user_pool", {"UserPool": member})
            client.describe_user_pool(**pool)
            print(f"stubbed {what}: returned")
        except Exception as error:
            print(f"stubbed {what}: {type(error).__name__}")
server.shutdown()
PY
run_python | check
