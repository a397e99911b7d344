#!/bin/sh
# smithy-openapi 1.72.1: of several errors with one status only one is converted, whole numbers become "number", and the limits of map
# keys are lost in OpenAPI 3.0.
#
# All errors of Cognito but one are HTTP 400. Converted with the default settings, an operation that declares three of them answers one,
# and the schemas of the others are removed as unused, without a warning. A mock or validator made from the document takes MinimumLength
# 8.5 and a tag key of any length. `onErrorStatusConflict`, `useIntegerType` and version 3.1 help, one each. Converters that number the
# errors 480 and up avoid the first loss at the price of statuses that no service sends.
#
# Output:
#   3.0.2, default: errors Third; MinimumLength number; keys without limits
#   3.1.0, default: errors Third; MinimumLength number; keys 1..128
#   3.1.0, set: errors First, Second, Third; MinimumLength integer; keys 1..128
. "$(dirname "$0")/lib.sh"
install_maven software.amazon.smithy:smithy-openapi:1.72.1 software.amazon.smithy:smithy-aws-traits:1.72.1
cat >pools.smithy <<'SMITHY'
$version: "2.0"
namespace pools
use aws.protocols#restJson1
@restJson1
service Pools { version: "1", operations: [Update] }
@http(method: "POST", uri: "/")
operation Update { input: Input, output: Output, errors: [First, Second, Third] }
structure Input { MinimumLength: MinimumLength, Tags: Tags }
structure Output {}
@range(min: 6, max: 99)
integer MinimumLength
@length(min: 1, max: 128)
string Key
map Tags { key: Key, value: String }
@error("client")
@httpError(400)
structure First { message: String, first: String }
@error("client")
@httpError(400)
structure Second { message: String, second: String }
@error("client")
@httpError(400)
structure Third { message: String, third: String }
SMITHY
cat >Try.java <<'JAVA'
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.openapi.OpenApiConfig;
import software.amazon.smithy.openapi.OpenApiVersion;
import software.amazon.smithy.openapi.fromsmithy.OpenApiConverter;

public class Try {
  public static void main(String[] args) {
    show("3.0.2, default", OpenApiVersion.VERSION_3_0_2, false);
    show("3.1.0, default", OpenApiVersion.VERSION_3_1_0, false);
    show("3.1.0, set", OpenApiVersion.VERSION_3_1_0, true);
  }

  static void show(String what, OpenApiVersion version, boolean set) {
    Model model = Model.assembler().discoverModels().addImport(Path.of("pools.smithy")).assemble().unwrap();
    OpenApiConfig config = new OpenApiConfig();
    config.setService(ShapeId.from("pools#Pools"));
    config.setVersion(version);
    if (set) {
      config.setUseIntegerType(true);
      config.setOnErrorStatusConflict(OpenApiConfig.ErrorStatusConflictHandlingStrategy.ONE_OF);
    }
    ObjectNode document = OpenApiConverter.create().config(config).convertToNode(model);
    String text = Node.printJson(document);
    List<String> errors = new ArrayList<>();
    for (String name : List.of("First", "Second", "Third")) {
      if (text.contains("\"" + name.toLowerCase() + "\":")) errors.add(name);
    }
    ObjectNode schemas = document.expectObjectMember("components").expectObjectMember("schemas");
    String type = schemas.expectObjectMember("UpdateRequestContent").expectObjectMember("properties")
        .expectObjectMember("MinimumLength").expectStringMember("type").getValue();
    String keys = schemas.expectObjectMember("Tags").getObjectMember("propertyNames")
        .map(names -> names.expectNumberMember("minLength").getValue() + ".." + names.expectNumberMember("maxLength").getValue())
        .orElse("without limits");
    System.out.println(what + ": errors " + String.join(", ", errors) + "; MinimumLength " + type + "; keys " + keys);
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try 2>/dev/null | check
