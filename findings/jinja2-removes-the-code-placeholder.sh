#!/bin/sh
# Jinja2 3.1.6 and Nunjucks 3.2.4: Cognito's placeholder {####} is a comment to them, and vanishes without a word; Velocity 2.4.1 drops
# the rest of the line as well.
#
# A comment runs from "{#" to "#}", which are the first and the last two characters of {####}, and of a link's {##text##}. So a
# template of CloudFormation, Ansible or an e-mail that passes through such an engine loses the code, strict handling of undefined names
# or not, and the service refuses a message without it. {username} stays. In Velocity, the language of API Gateway's mapping templates,
# "##" starts a comment up to the end of the line: of a body in one line nothing is left after the brace, closing braces included.
#
# Output:
#   Jinja2: "Dear {username}, your code is ."
#   Jinja2, a link: "Click  now."
#   Nunjucks: "Dear {username}, your code is ."
#   Velocity: {"SmsVerificationMessage":"Dear {username}, your code is {
. "$(dirname "$0")/lib.sh"
install_pip jinja2==3.1.6
install_npm nunjucks@3.2.4
install_maven org.apache.velocity:velocity-engine-core:2.4.1
cat >try.py <<'PY'
import json

from jinja2 import Environment, StrictUndefined

jinja = Environment(undefined=StrictUndefined)
print("Jinja2:", json.dumps(jinja.from_string("Dear {username}, your code is {####}.").render()))
print("Jinja2, a link:", json.dumps(jinja.from_string("Click {##here##} now.").render()))
PY
cat >try.mjs <<'JS'
import nunjucks from 'nunjucks';
const engine = new nunjucks.Environment(null, { throwOnUndefined: true });
console.log('Nunjucks:', JSON.stringify(engine.renderString('Dear {username}, your code is {####}.', {})));
JS
cat >Try.java <<'JAVA'
import java.io.StringWriter;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Try {
  public static void main(String[] args) {
    StringWriter written = new StringWriter();
    String template = "{\"SmsVerificationMessage\":\"Dear {username}, your code is {####}.\",\"UserPoolId\":\"us-east-1_a\"}";
    new VelocityEngine().evaluate(new VelocityContext(), written, "body", template);
    System.out.println("Velocity: " + written);
  }
}
JAVA
javac -cp 'lib/*' Try.java
{ python/bin/python try.py && node try.mjs && java -cp 'lib/*:.' Try 2>/dev/null; } | check
