#!/bin/sh
# vcrpy 9.4.2 with boto3 1.44.8: a recorded answer of one Cognito operation is given to any other, DeleteUserPool included.
#
# Recordings are matched by method, address and query. Every operation of Cognito is a POST to "/", named in the header X-Amz-Target, so
# all are one request to vcrpy: the next recorded answer is given, whatever was asked. A test whose code has come to call something else,
# or the same in another order, passes on foreign answers, as boto3 ignores members it does not know. Setting match_on to include "body"
# alone does not help: the bodies of these three operations are the same.
#
# Output:
#   recorded: DescribeUserPool, the pool "one"
#   replayed for UpdateUserPool: 200, nothing else
#   replayed for DeleteUserPool, matched on the body too: 200, nothing else
#   with a matcher for the header: HTTPClientError
. "$(dirname "$0")/lib.sh"
install_pip vcrpy==9.4.2 boto3==1.44.8
write_python_stub
cat >try.py <<'PY'
import vcr
from botocore.config import Config
from stub import boto3_client, serve

server = serve(lambda _operation, _body: (200, '{"UserPool":{"Name":"one"}}'))
client = boto3_client(server, config=Config(retries={"total_max_attempts": 1}))
recorder = vcr.VCR()
recorder.register_matcher("operation", lambda one, two: one.headers["X-Amz-Target"] == two.headers["X-Amz-Target"])
usual = ["method", "scheme", "host", "port", "path", "query"]


def replayed(operation, match_on):
    with recorder.use_cassette("cassette.yaml", record_mode="none", match_on=match_on):
        try:
            answer = operation(UserPoolId="us-east-1_a")
        except Exception as error:
            return type(error).__name__
    status = answer.pop("ResponseMetadata")["HTTPStatusCode"]
    return f"{status}, {', '.join(answer) or 'nothing else'}"


with recorder.use_cassette("cassette.yaml"):
    pool = client.describe_user_pool(UserPoolId="us-east-1_a")["UserPool"]
print(f'recorded: DescribeUserPool, the pool "{pool["Name"]}"')
print("replayed for UpdateUserPool:", replayed(client.update_user_pool, usual))
print("replayed for DeleteUserPool, matched on the body too:", replayed(client.delete_user_pool, [*usual, "body"]))
print("with a matcher for the header:", replayed(client.delete_user_pool, [*usual, "operation"]))
server.shutdown()
PY
run_python | check
