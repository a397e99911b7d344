#!/bin/sh
# aws-lambda-powertools 3.37.0 (Python) and @aws-lambda-powertools/parser 2.35.0: their models of Cognito's triggers know one event of
# several, and refuse the others.
#
# A function that UpdateUserPool sets as a trigger gets events from several sources: PreSignUp is called for sign-ups, for users that an
# administrator creates and for those that come from an identity provider. The parsers of AWS's own toolkit take the source of the
# reference's example for the only one. What was tried with a sign-up therefore fails in production for everybody else: a user cannot be
# invited, nobody comes in by an identity provider, a forgotten password ends in an error, and a custom sender sends no mail but the first.
# The challenge of custom authentication is missing in Python's list of challenges, so its second round is refused, and TypeScript's schema
# wants one round before the first. For tokens Python reads the list of scopes as a dictionary, and drops triggerSource from the event that
# the function has to give back. TypeScript's model of tokens, which leaves the source open, shows that nothing forces the rest.
#
# Output:
#   PreSignUp_SignUp: Python takes it, TypeScript takes it
#   PreSignUp_AdminCreateUser: Python refuses triggerSource, TypeScript refuses triggerSource
#   PreSignUp_ExternalProvider: Python refuses triggerSource, TypeScript refuses triggerSource
#   PostConfirmation_ConfirmSignUp: Python takes it, TypeScript takes it
#   PostConfirmation_ConfirmForgotPassword: Python refuses triggerSource, TypeScript refuses triggerSource
#   CustomEmailSender_SignUp: Python takes it, TypeScript takes it
#   CustomEmailSender_ForgotPassword: Python refuses triggerSource, TypeScript refuses triggerSource
#   DefineAuthChallenge_Authentication, no round yet: Python takes it, TypeScript refuses request.session
#   DefineAuthChallenge_Authentication, one round: Python refuses request.session.0.challengeName, TypeScript takes it
#   TokenGeneration_Authentication: Python without triggerSource, TypeScript takes it
#   TokenGeneration_Authentication with scopes: Python refuses request.scopes, TypeScript takes it
. "$(dirname "$0")/lib.sh"
install_npm @aws-lambda-powertools/parser@2.35.0 zod@4.1.12
install_pip 'aws-lambda-powertools[parser]==3.37.0'
cat >events.py <<'PY'
import json

common = {
    "version": "1",
    "region": "us-east-1",
    "userPoolId": "us-east-1_a",
    "userName": "ann",
    "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "c"},
}
attributes = {"email": "ann@example.com"}
flags = {"autoConfirmUser": False, "autoVerifyEmail": False, "autoVerifyPhone": False}
mail = {"type": "customEmailSenderRequestV1", "code": "c", "userAttributes": attributes}
round_one = {"challengeName": "CUSTOM_CHALLENGE", "challengeResult": True}
groups = {"groupsToOverride": [], "iamRolesToOverride": [], "preferredRole": None}
token = {"userAttributes": attributes, "groupConfiguration": groups}


def event(source, request, response, note=""):
    whole = {**common, "triggerSource": source, "request": request, "response": response}
    return {"what": source + note, "event": whole}


events = [
    event(f"PreSignUp_{name}", {"userAttributes": attributes, "validationData": None}, flags)
    for name in ["SignUp", "AdminCreateUser", "ExternalProvider"]
]
events += [
    event(f"PostConfirmation_{name}", {"userAttributes": attributes}, {}) for name in ["ConfirmSignUp", "ConfirmForgotPassword"]
]
events += [event(f"CustomEmailSender_{name}", mail, {}) for name in ["SignUp", "ForgotPassword"]]
events += [
    event("DefineAuthChallenge_Authentication", {"userAttributes": attributes, "session": session}, {}, note)
    for note, session in [(", no round yet", []), (", one round", [round_one])]
]
events.append(event("TokenGeneration_Authentication", token, {}))
events.append(event("TokenGeneration_Authentication", {**token, "scopes": ["openid"]}, {}, " with scopes"))
with open("events.json", "w") as file:
    json.dump(events, file)
PY
python/bin/python events.py
cat >try.py <<'PY'
import json

from aws_lambda_powertools.utilities.parser import ValidationError, models

names = {
    "PreSignUp": "PreSignup",
    "TokenGeneration": "PreTokenGeneration",
}
with open("events.json") as file:
    events = json.load(file)
for event in (each["event"] for each in events):
    trigger = event["triggerSource"].partition("_")[0]
    version = "V2AndV3" if trigger == "TokenGeneration" else ""
    model = getattr(models, f"Cognito{names.get(trigger, trigger)}TriggerModel{version}")
    try:
        read = model.model_validate(event).model_dump()
        print("takes it" if "triggerSource" in read else "without triggerSource")
    except ValidationError as error:
        print("refuses", ".".join(str(part) for part in error.errors()[0]["loc"]))
PY
python/bin/python try.py >python.txt
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as schemas from '@aws-lambda-powertools/parser/schemas/cognito';

const names = { PreSignUp: 'PreSignup', TokenGeneration: 'PreTokenGeneration' };
const python = readFileSync('python.txt', 'utf8').trim().split('\n');
JSON.parse(readFileSync('events.json', 'utf8')).forEach(({ what, event }, index) => {
  const trigger = event.triggerSource.split('_')[0];
  const version = trigger === 'TokenGeneration' ? 'V2AndV3' : '';
  const { success, data, error } = schemas[`${names[trigger] ?? trigger}TriggerSchema${version}`].safeParse(event);
  const refused = error?.issues.map(({ path }) => path.join('.'));
  const typescript = success ? (data.triggerSource === undefined ? 'without triggerSource' : 'takes it') : `refuses ${refused[0]}`;
  console.log(`${what}: Python ${python[index]}, TypeScript ${typescript}`);
});
JS
node try.mjs | check
