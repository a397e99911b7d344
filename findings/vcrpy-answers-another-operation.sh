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
cat >try.py <<'PY'
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
import vcr
from botocore.config import Config


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        body = b'{"UserPool":{"Name":"one"}}'
        self.send_response(200)
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
    config=Config(retries={"total_max_attempts": 1}),
)
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
AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none python/bin/python try.py | check
