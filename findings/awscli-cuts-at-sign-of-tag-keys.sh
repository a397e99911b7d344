#!/bin/sh
# awscli 1.46.2: the tag owner@ is sent as owner, and a placeholder {####} cannot be written in the shorthand syntax.
#
# "@" is a letter that tag keys may hold. Since the shorthand syntax reads files ("key@=file://name"), it takes the sign for its own
# whatever the value is, so update-user-pool renames the tag without a word, and one in the middle of a key is a syntax error. The braces of
# {####} end a structure to the same parser, so no verification message that the service takes can be given but in quotes within the quotes.
# JSON has neither problem.
#
# Output:
#   --user-pool-tags owner@=blue: {"owner": "blue"}
#   --user-pool-tags owner=red,owner@=blue: refused, a second instance of the key
#   --user-pool-tags ann@home=blue: refused, no such syntax
#   --user-pool-tags {"owner@":"blue"}: {"owner@": "blue"}
#   --verification-message-template SmsMessage=Code {####}: refused, no such syntax
#   --verification-message-template SmsMessage="Code {####}": {"SmsMessage": "Code {####}"}
. "$(dirname "$0")/lib.sh"
install_pip awscli==1.46.2
write_python_stub
cat >try.py <<'PY'
import json
import subprocess

from stub import address_of, serve

seen = {}


def answer(_operation, request):
    seen.update(request)
    return 200, "{}"


address = address_of(serve(answer))
command = ["python/bin/aws", "cognito-idp", "update-user-pool", "--user-pool-id", "us-east-1_a", "--endpoint-url", address]
for option, value in [
    ("--user-pool-tags", "owner@=blue"),
    ("--user-pool-tags", "owner=red,owner@=blue"),
    ("--user-pool-tags", "ann@home=blue"),
    ("--user-pool-tags", '{"owner@":"blue"}'),
    ("--verification-message-template", "SmsMessage=Code {####}"),
    ("--verification-message-template", 'SmsMessage="Code {####}"'),
]:
    seen.clear()
    ended = subprocess.run([*command, option, value], capture_output=True, text=True)
    if ended.returncode:
        outcome = "refused, a second instance of the key" if "Second instance" in ended.stderr else "refused, no such syntax"
    else:
        seen.pop("UserPoolId")
        [outcome] = map(json.dumps, seen.values())
    print(f"{option} {value}: {outcome}")
PY
AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b AWS_DEFAULT_REGION=us-east-1 run_python | check
