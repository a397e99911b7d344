#!/bin/sh
# moto 5.2.5: UpdateUserPool ignores PoolName and forgets the pool's aliases, which no update can change.
#
# The service renames a pool by PoolName, and AliasAttributes are fixed when a pool is created. An application tested against moto
# sees the opposite: the name stays and the aliases are gone after any update, so code that reads them back breaks in the test alone.
#
# Output:
#   created: name=first aliases=['email']
#   after an update with PoolName: name=first aliases=None
. "$(dirname "$0")/lib.sh"
install_pip 'moto[cognitoidp]==5.2.5' boto3==1.44.8
cat >try.py <<'PY'
import boto3
from moto import mock_aws


def show(when):
    pool = client.describe_user_pool(UserPoolId=pool_id)["UserPool"]
    print(f"{when}: name={pool['Name']} aliases={pool.get('AliasAttributes')}")


with mock_aws():
    client = boto3.client("cognito-idp", "us-east-1")
    pool_id = client.create_user_pool(PoolName="first", AliasAttributes=["email"])["UserPool"]["Id"]
    show("created")
    client.update_user_pool(UserPoolId=pool_id, PoolName="second")
    show("after an update with PoolName")
PY
AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_CONFIG_FILE=none python/bin/python try.py | check
