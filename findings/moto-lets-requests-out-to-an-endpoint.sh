#!/bin/sh
# moto 5.2.5 with boto3 1.44.8: inside mock_aws, requests go to the server that AWS_ENDPOINT_URL names.
#
# mock_aws catches the addresses of AWS's own hosts, and boto3 takes another one from the environment or the profile since 2023. A test that
# is safe on one machine changes real pools on another, whose shell or profile points at an emulator, a proxy or a private endpoint: nothing
# fails, and the mock's own pool is never made. mock_aws replaces the credentials with false ones, yet leaves these variables.
#
# Output:
#   no variable: moto answers, 0 requests at the server
#   AWS_ENDPOINT_URL: the server answers, 1 request at the server
#   AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: the server answers, 1 request at the server
#   endpoint_url in the profile: the server answers, 1 request at the server
#   AWS_IGNORE_CONFIGURED_ENDPOINT_URLS beside it: moto answers, 0 requests at the server
. "$(dirname "$0")/lib.sh"
install_pip 'moto[cognitoidp]==5.2.5' boto3==1.44.8
write_python_stub
cat >try.py <<'PY'
import os
from pathlib import Path

import boto3
from moto import mock_aws
from stub import address_of, serve

seen = []


def answer(operation, _request):
    seen.append(operation)
    return 200, '{"UserPool":{"Id":"us-east-1_server"}}'


address = address_of(serve(answer))
Path("profile").write_text(f"[default]\nendpoint_url = {address}\n")
profile = {"AWS_CONFIG_FILE": "profile"}
before = dict(os.environ)
for what, variables in [
    ("no variable", {}),
    ("AWS_ENDPOINT_URL", {"AWS_ENDPOINT_URL": address}),
    ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", {"AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER": address}),
    ("endpoint_url in the profile", profile),
    ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS beside it", {**profile, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"}),
]:
    os.environ.clear()
    os.environ.update({**before, **variables})
    seen.clear()
    with mock_aws():
        client = boto3.session.Session().client("cognito-idp", region_name="us-east-1")
        pool = client.create_user_pool(PoolName="one")["UserPool"]["Id"]
    answering = "the server" if pool == "us-east-1_server" else "moto"
    print(f"{what}: {answering} answers, {len(seen)} request{'' if len(seen) == 1 else 's'} at the server")
PY
env -u AWS_ENDPOINT_URL -u AWS_PROFILE AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none python/bin/python try.py | check
