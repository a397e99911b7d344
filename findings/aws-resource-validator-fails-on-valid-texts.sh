#!/bin/sh
# aws-resource-validator-cognito-idp 2.6.0: a valid e-mail text raises Python's re.error, and other members are checked at their
# start only.
#
# The models check types alone unless the context asks for patterns; then the service's patterns are given to Python's re, which has no
# \p{L}. So no subject validates, and the error is not the ValidationError that callers catch. A pool name passes when its first character
# does, and numbers have no bounds.
#
# Output:
#   "Your code" as EmailVerificationSubject: error
#   "a/b", whose slash the service refuses, as PoolName: valid
#   "/b" as PoolName: ValidationError
#   MinimumLength 5: valid
. "$(dirname "$0")/lib.sh"
install_pip aws-resource-validator-cognito-idp==2.6.0 aws-resource-validator==2.6.0
cat >try.py <<'PY'
import re

from aws_resource_validator.pydantic_models.cognito_idp.cognito_idp_classes import UpdateUserPoolRequestTypeDef
from pydantic import ValidationError


def outcome(**members):
    request = {"UserPoolId": "us-east-1_a", **members}
    try:
        UpdateUserPoolRequestTypeDef.model_validate(request, context={"aws_validate_patterns": True})
    except ValidationError:
        return "ValidationError"
    except re.error:
        return "error"
    return "valid"


print('"Your code" as EmailVerificationSubject:', outcome(EmailVerificationSubject="Your code"))
print('"a/b", whose slash the service refuses, as PoolName:', outcome(PoolName="a/b"))
print('"/b" as PoolName:', outcome(PoolName="/b"))
print("MinimumLength 5:", outcome(Policies={"PasswordPolicy": {"MinimumLength": 5}}))
PY
python/bin/python try.py | check
