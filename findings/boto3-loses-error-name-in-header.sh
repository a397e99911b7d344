#!/bin/sh
# boto3 1.44.8: an error named only in the header x-amzn-errortype, or only as "code" in the body, is ClientError with code "400".
#
# The AWS SDK for JavaScript reads the header and "code", botocore reads "__type" of the body alone here. So an emulator that names its
# errors in the header works with one client and not with the other: `except client.exceptions.ResourceNotFoundException` misses it.
#
# Output:
#   __type in the body: ResourceNotFoundException ResourceNotFoundException
#   name in the header: ClientError 400
#   code in the body: ClientError 400
. "$(dirname "$0")/lib.sh"
install_pip boto3==1.44.8
write_python_stub
cat >try.py <<'PY'
from stub import boto3_client, serve

answer = {}
server = serve(lambda _operation, _body: (400, answer["body"], answer["headers"]))
client = boto3_client(server)
name = "ResourceNotFoundException"
for what, headers, body in [
    ("__type in the body", {}, '{"__type":"%s","message":"no pool"}' % name),
    ("name in the header", {"x-amzn-errortype": name}, '{"message":"no pool"}'),
    ("code in the body", {}, '{"code":"%s","message":"no pool"}' % name),
]:
    answer.update(headers=headers, body=body)
    try:
        client.update_user_pool(UserPoolId="us-east-1_a")
        print(f"{what}: no error")
    except Exception as error:
        print(f"{what}: {type(error).__name__} {error.response['Error']['Code']}")
server.shutdown()
PY
run_python | check
