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
cat >try.py <<'PY'
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3

answer = {"requests": 0}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        answer["requests"] += 1
        self.rfile.read(int(self.headers["content-length"]))
        body = ('{"__type":"%s","message":"later"}' % answer["name"]).encode()
        self.send_response(answer["status"])
        self.send_header("content-type", "application/x-amz-json-1.1")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
client = boto3.client(
    "cognito-idp",
    region_name="us-east-1",
    endpoint_url=f"http://127.0.0.1:{server.server_port}",
    aws_access_key_id="a",
    aws_secret_access_key="b",
)
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
  AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none python/bin/python try.py
done | check
