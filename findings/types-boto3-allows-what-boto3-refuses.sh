#!/bin/sh
# types-boto3-cognito-idp 1.43.108 with mypy 2.4.1 and boto3 1.44.8: calls that pass mypy's strict mode raise ParamValidationError.
#
# The stubs ask for a Mapping and a Sequence, the usual advice for parameters, and boto3's own check takes dict, list and tuple alone.
# Read-only views, ChainMap and UserList are what typed code hands around, so the test that would find it is the one the types seemed to
# save. True is an int to both, and is sent as `true` where the service takes a number. The control shows that the stubs are in force.
#
# Output:
#   mypy --strict on control.py: Found 1 error
#   mypy --strict on try.py: Success: no issues found
#   tags in a MappingProxyType: ParamValidationError
#   tags in a ChainMap: ParamValidationError
#   attributes in a UserList: ParamValidationError
#   attributes in a tuple: sent ["email"]
#   days as True: sent {"PasswordPolicy": {"TemporaryPasswordValidityDays": true}}
. "$(dirname "$0")/lib.sh"
install_pip types-boto3-cognito-idp==1.43.108 types-boto3==1.43.0 mypy==2.4.1 boto3==1.44.8
write_python_stub
cat >client.py <<'PY'
from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ParamValidationError
from stub import boto3_client, serve

if TYPE_CHECKING:
    from types_boto3_cognito_idp import CognitoIdentityProviderClient

seen: dict[str, Any] = {}


def answer(_operation: str, request: dict[str, Any]) -> tuple[int, str]:
    seen.update(request)
    return 200, "{}"


client: CognitoIdentityProviderClient = boto3_client(serve(answer))


def show(what: str, update: Callable[[], object]) -> None:
    seen.clear()
    try:
        update()
        seen.pop("UserPoolId")
        print(f"{what}: sent {json.dumps(*seen.values())}")
    except ParamValidationError as error:
        print(f"{what}: {type(error).__name__}")
PY
cat >try.py <<'PY'
from collections import ChainMap, UserList
from types import MappingProxyType

from client import client, show

pool = "us-east-1_a"
tags = {"team": "blue"}
show("tags in a MappingProxyType", lambda: client.update_user_pool(UserPoolId=pool, UserPoolTags=MappingProxyType(tags)))
show("tags in a ChainMap", lambda: client.update_user_pool(UserPoolId=pool, UserPoolTags=ChainMap(tags)))
show(
    "attributes in a UserList",
    lambda: client.update_user_pool(UserPoolId=pool, AutoVerifiedAttributes=UserList(["email"])),
)
show("attributes in a tuple", lambda: client.update_user_pool(UserPoolId=pool, AutoVerifiedAttributes=("email",)))
show(
    "days as True",
    lambda: client.update_user_pool(UserPoolId=pool, Policies={"PasswordPolicy": {"TemporaryPasswordValidityDays": True}}),
)
PY
cat >control.py <<'PY'
from client import client

client.update_user_pool(UserPoolId="us-east-1_a", UserPoolTags={"team": 8})
PY
{
  for name in control try; do
    judged=$(python/bin/mypy --strict --follow-imports=silent "$name.py" | tail -1)
    echo "mypy --strict on $name.py: ${judged%% in 1 *}"
  done
  run_python
} | check
