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
cat >try.py <<'PY'
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3

answer = {}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(400)
        self.send_header("content-type", "application/x-amz-json-1.1")
        for name, value in answer["headers"].items():
            self.send_header(name, value)
        body = answer["body"].encode()
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
AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none python/bin/python try.py | check
