#!/bin/sh
# hypothesis-jsonschema 0.23.1 with hypothesis 6.155.0: an optional member whose pattern has \p{..} is never generated.
#
# Cognito's patterns for e-mail subjects and messages are classes such as [\p{L}\p{M}\p{S}\p{N}\p{P}\s]+, which Python's re does not know.
# The member's values are then "nothing", and an object that need not have it never gets it: a property test of the whole request runs
# green, with a warning at most, and no text was ever sent. Only a required member fails, as Unsatisfiable. (With hypothesis 6.170.17 this
# version raises AttributeError for every object with members, hence the older one here.)
#
# Output:
#   of 500 requests with UserPoolId: 500
#   with PoolName: some
#   with EmailVerificationSubject: 0
#   with EmailVerificationSubject required: Unsatisfiable
. "$(dirname "$0")/lib.sh"
install_pip hypothesis==6.155.0 hypothesis-jsonschema==0.23.1 jsonschema==4.26.0
cat >try.py <<'PY'
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from hypothesis_jsonschema import from_schema

schema = {
    "type": "object",
    "properties": {
        "UserPoolId": {"type": "string", "pattern": r"^[\w-]+_[0-9a-zA-Z]+$", "maxLength": 55},
        "PoolName": {"type": "string", "minLength": 1, "maxLength": 128},
        "EmailVerificationSubject": {
            "type": "string",
            "pattern": r"^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+$",
            "minLength": 1,
            "maxLength": 140,
        },
    },
    "additionalProperties": False,
}


def members(required):
    counts = {}

    @seed(1)
    @settings(
        max_examples=500,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(from_schema({**schema, "required": required}))
    def count(request):
        for member in request:
            counts[member] = counts.get(member, 0) + 1

    count()
    return counts


counts = members(["UserPoolId"])
print("of 500 requests with UserPoolId:", counts["UserPoolId"])
print("with PoolName:", "some" if counts.get("PoolName") else 0)
print("with EmailVerificationSubject:", counts.get("EmailVerificationSubject", 0))
try:
    members(["UserPoolId", "EmailVerificationSubject"])
    print("with EmailVerificationSubject required: generated")
except Unsatisfiable as error:
    print("with EmailVerificationSubject required:", type(error).__name__)
PY
python/bin/python try.py 2>/dev/null | check
