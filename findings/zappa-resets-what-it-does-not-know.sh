#!/bin/sh
# zappa 0.63.0: its update for a Cognito trigger does not add the trigger, and resets the pool's deletion protection.
#
# Zappa reads the pool and sends back fourteen members that it knows, while the service resets what an update omits: deletion protection,
# account recovery, add-ons and the rule about verified attributes go back to their defaults with each deployment. The trigger itself is
# written only over one that is there already, or where LambdaConfig is not shown at all. A pool without triggers is shown with {} in the
# examples of AWS's reference, so the first deployment sends that {} and reports nothing.
#
# Output:
#   no triggers before: LambdaConfig {}
#   another trigger before: LambdaConfig {"PostConfirmation": "other"}
#   the trigger before: LambdaConfig {"PreSignUp": "new"}
#   shown, and not sent back: AccountRecoverySetting, DeletionProtection, UserAttributeUpdateSettings, UserPoolAddOns
. "$(dirname "$0")/lib.sh"
install_pip zappa==0.63.0 boto3==1.44.8
write_python_stub
cat >try.py <<'PY'
import json
from unittest.mock import MagicMock

from stub import boto3_client, serve
from zappa.core import Zappa

seen = {"pool": {}, "sent": {}}


def answer(operation, request):
    if operation == "DescribeUserPool":
        return 200, json.dumps({"UserPool": seen["pool"]})
    seen["sent"] = request
    return 200, "{}"


def function(name):
    return f"arn:aws:lambda:us-east-1:111122223333:function:{name}"


zappa = Zappa(load_credentials=False, aws_region="us-east-1")
zappa.cognito_client = boto3_client(serve(answer))
# What comes after the update is of other services.
zappa.sts_client = MagicMock()
zappa.create_event_permission = MagicMock(return_value={"ResponseMetadata": {"HTTPStatusCode": 201}})
settings = {
    "DeletionProtection": "ACTIVE",
    "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]},
    "UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"},
    "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]},
    "AutoVerifiedAttributes": ["email"],
    "MfaConfiguration": "OFF",
    "Policies": {"PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 7}},
    "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True, "UnusedAccountValidityDays": 7},
}
for when, triggers in [
    ("no triggers before", {}),
    ("another trigger before", {"PostConfirmation": function("other")}),
    ("the trigger before", {"PreSignUp": function("old")}),
]:
    seen["pool"] = {"Id": "us-east-1_a", "Name": "one", "LambdaConfig": triggers, **settings}
    zappa.update_cognito("one", "us-east-1_a", ["PreSignUp"], function("new"))
    sent = {name: value.rpartition(":")[2] for name, value in seen["sent"]["LambdaConfig"].items()}
    print(f"{when}: LambdaConfig {json.dumps(sent)}")
print("shown, and not sent back:", ", ".join(sorted(settings.keys() - seen["sent"].keys())))
PY
run_python 2>/dev/null | check
