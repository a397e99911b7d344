#!/bin/sh
# aws-sam-translator 1.115.0: a Cognito event for CustomEmailSender writes an ARN where the pool takes a structure.
#
# Every trigger is written as LambdaConfig.NAME = the function's ARN. Four of them are structures in the API, {LambdaArn, LambdaVersion}:
# both custom senders, PreTokenGenerationConfig and InboundFederation. The template is transformed without a complaint, and has no
# property for the version. A name that is no trigger at all passes too. The template sets such a trigger by hand, without the event.
#
# Output:
#   PreSignUp: {"Fn::GetAtt": ["Function", "Arn"]}
#   CustomEmailSender: {"Fn::GetAtt": ["Function", "Arn"]}
#   PreTokenGenerationConfig: {"Fn::GetAtt": ["Function", "Arn"]}
#   InboundFederation: {"Fn::GetAtt": ["Function", "Arn"]}
#   NoSuchTrigger: {"Fn::GetAtt": ["Function", "Arn"]}
. "$(dirname "$0")/lib.sh"
install_pip aws-sam-translator==1.115.0 boto3==1.44.8
cat >try.py <<'PY'
import json

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator


def transformed(trigger):
    event = {"Type": "Cognito", "Properties": {"UserPool": {"Ref": "Pool"}, "Trigger": trigger}}
    function = {"Runtime": "nodejs22.x", "Handler": "index.handler", "InlineCode": "", "Events": {"Trigger": event}}
    template = {
        "Transform": "AWS::Serverless-2016-10-31",
        "Resources": {
            "Pool": {"Type": "AWS::Cognito::UserPool"},
            "Function": {"Type": "AWS::Serverless::Function", "Properties": function},
        },
    }
    written = Translator({}, Parser()).translate(template, {})
    return json.dumps(written["Resources"]["Pool"]["Properties"]["LambdaConfig"][trigger])


for trigger in ("PreSignUp", "CustomEmailSender", "PreTokenGenerationConfig", "InboundFederation", "NoSuchTrigger"):
    print(f"{trigger}: {transformed(trigger)}")
PY
AWS_DEFAULT_REGION=us-east-1 run_python 2>/dev/null | check
