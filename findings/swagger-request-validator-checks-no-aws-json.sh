#!/bin/sh
# Atlassian's swagger-request-validator 2.44.9: a body of type application/x-amz-json-1.1 is never checked, in requests and in responses.
#
# The document declares the type and has a schema for it, yet only types that are JSON by name ("json", "+json") are validated, and the rest
# passes without a message: a missing member, a wrong type, no JSON at all. A contract test whose stub answers with the type of AWS's
# JSON protocol is green whatever the bodies hold. With any other spelling of JSON the same bodies are refused.
#
# Output:
#   application/vnd.pools+json, {"UserPoolId":8}: [validation.request.body.schema.type]
#   application/vnd.pools+json, {}: [validation.request.body.schema.required]
#   application/vnd.pools+json, <p>: [validation.request.body.schema.invalidJson]
#   application/vnd.pools+json, answered {"UserPool":8}: [validation.response.body.schema.type]
#   application/x-amz-json-1.1, {"UserPoolId":8}: []
#   application/x-amz-json-1.1, {}: []
#   application/x-amz-json-1.1, <p>: []
#   application/x-amz-json-1.1, answered {"UserPool":8}: []
. "$(dirname "$0")/lib.sh"
install_maven com.atlassian.oai:swagger-request-validator-core:2.44.9
cat >api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "pools", "version": "1" },
  "paths": {
    "/": {
      "post": {
        "requestBody": {
          "required": true,
          "content": {
            "TYPE": { "schema": { "type": "object", "required": ["UserPoolId"], "properties": { "UserPoolId": { "type": "string" } } } }
          }
        },
        "responses": {
          "200": {
            "description": "shown",
            "content": { "TYPE": { "schema": { "type": "object", "properties": { "UserPool": { "type": "object" } } } } }
          }
        }
      }
    }
  }
}
JSON
cat >Try.java <<'JAVA'
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class Try {
  static List<String> keys(ValidationReport report) {
    return report.getMessages().stream().map(ValidationReport.Message::getKey).toList();
  }

  public static void main(String[] args) throws Exception {
    String document = Files.readString(Path.of("api.json"));
    for (String type : List.of("application/vnd.pools+json", "application/x-amz-json-1.1")) {
      OpenApiInteractionValidator validator =
          OpenApiInteractionValidator.createForInlineApiSpecification(document.replace("TYPE", type)).build();
      for (String body : List.of("{\"UserPoolId\":8}", "{}", "<p>")) {
        System.out.println(type + ", " + body + ": "
            + keys(validator.validateRequest(SimpleRequest.Builder.post("/").withContentType(type).withBody(body).build())));
      }
      String answer = "{\"UserPool\":8}";
      System.out.println(type + ", answered " + answer + ": " + keys(validator.validateResponse("/", Request.Method.POST,
          SimpleResponse.Builder.ok().withContentType(type).withBody(answer).build())));
    }
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try 2>/dev/null | check
