#!/bin/sh
# localstack-core 2026.3.0: where a list is due its parser makes five letters of the text "email", and of 8.9 it makes 8.
#
# The parser that services are built upon follows the model for lists, maps and whole numbers, and takes the rest as it comes. A text is
# walked through like a list, a number is cut or read from text, and a boolean given as text stays one, so "false" is true to Python. A
# required member that is missing becomes None without an error. boto3 refuses such values before it sends them, so a test with boto3
# never meets this, and other clients do.
#
# Output:
#   {"AutoVerifiedAttributes": "email"}: {"AutoVerifiedAttributes": ["e", "m", "a", "i", "l"]}
#   {"Policies": {"PasswordPolicy": {"MinimumLength": 8.9}}}: {"Policies": {"PasswordPolicy": {"MinimumLength": 8}}}
#   {"Policies": {"PasswordPolicy": {"MinimumLength": "8"}}}: {"Policies": {"PasswordPolicy": {"MinimumLength": 8}}}
#   {"DeviceConfiguration": {"ChallengeRequiredOnNewDevice": "false"}}: {"DeviceConfiguration": {"ChallengeRequiredOnNewDevice": "false"}}
#   {"UserPoolTags": {"team": null, "cost": 7}}: {"UserPoolTags": {"team": null, "cost": 7}}
#   without UserPoolId: {"UserPoolId": null, "PoolName": "one"}
. "$(dirname "$0")/lib.sh"
install_pip localstack-core==2026.3.0 rolo==0.8.9 boto3==1.44.8 cbor2==5.8.0 jsonpatch==1.33 python-dateutil==2.9.0.post0
cat >try.py <<'PY'
import json

from localstack.aws.protocol.parser import create_parser
from localstack.aws.spec import load_service
from localstack.http import Request

parser = create_parser(load_service("cognito-idp"))
headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AWSCognitoIdentityProviderService.UpdateUserPool",
}


def parsed(members):
    return parser.parse(Request("POST", "/", body=json.dumps(members).encode(), headers=headers))[1]


for members in [
    {"AutoVerifiedAttributes": "email"},
    {"Policies": {"PasswordPolicy": {"MinimumLength": 8.9}}},
    {"Policies": {"PasswordPolicy": {"MinimumLength": "8"}}},
    {"DeviceConfiguration": {"ChallengeRequiredOnNewDevice": "false"}},
    {"UserPoolTags": {"team": None, "cost": 7}},
]:
    seen = parsed({"UserPoolId": "us-east-1_a", **members})
    seen.pop("UserPoolId")
    print(f"{json.dumps(members)}: {json.dumps(seen)}")
print("without UserPoolId:", json.dumps(parsed({"PoolName": "one"})))
PY
run_python | check
