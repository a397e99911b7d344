#!/bin/sh
# boto3 1.44.8 sends an update three times where 1.43.11 sent it once, and a failing one three times where it was sent five: the default
# retry mode is another one.
#
# Cognito throttles with HTTP 400. The old default, "legacy", does not retry TooManyRequestsException nor LimitExceededException with that
# status; the new one, "standard", does, with pauses. A test that counts requests, or has one throttled answer and then another, changes
# with an upgrade that changed no line of it. `retries={"mode": "legacy"}` brings the old counts back.
#
# Output:
#   boto3 1.43.11, legacy: TooManyRequestsException 1, LimitExceededException 1, InternalErrorException 5
#   boto3 1.44.8, standard: TooManyRequestsException 3, LimitExceededException 3, InternalErrorException 3
. "$(dirname "$0")/lib.sh"
write_python_stub
cat >try.py <<'PY'
import boto3
from stub import boto3_client, serve

answer = {"requests": 0}


def refuse(_operation, _body):
    answer["requests"] += 1
    return answer["status"], '{"__type":"%s","message":"later"}' % answer["name"]


server = serve(refuse)
client = boto3_client(server)
counts = []
for status, name in [
    (400, "TooManyRequestsException"),
    (400, "LimitExceededException"),
    (500, "InternalErrorException"),
]:
    answer.update(status=status, name=name, requests=0)
    try:
        client.update_user_pool(UserPoolId="us-east-1_a")
    except Exception:
        counts.append(f"{name} {answer['requests']}")
print(f"boto3 {boto3.__version__}, {client.meta.config.retries['mode']}: {', '.join(counts)}")
server.shutdown()
PY
for version in 1.43.11 1.44.8; do
  install_pip "boto3==$version"
  run_python
done | check
