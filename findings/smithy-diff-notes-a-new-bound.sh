#!/bin/sh
# smithy-diff 1.72.1: a bound that becomes tighter is an error, one that appears where there was none is a note.
#
# Smithy's own comparison of two models is the gate before a release of an API, and its errors are what stops one. Lowering the longest
# pool name from 128 to 120 is an error. Giving an unbounded text a longest length, which refuses far more of what clients
# send today, is a note beside hundreds of others, and so is a narrower bound that a member sets over that of its shape, though every
# request passes through it. A pattern that appears is a warning, and one that is exchanged for a narrower one again a note. The evaluators
# compare two values of one trait on one shape; the general rule for added traits knows them as harmless. Whoever follows the service's
# model by this tool, and takes "no errors" for "clients keep working", learns of the new limit from its users.
#
# Output:
#   length 128 on a shape becomes 120: ERROR
#   a text gets length 120: NOTE
#   length 120 on a member whose shape has 128: NOTE
#   range 99 on a shape becomes 60: ERROR
#   a number gets range 60: NOTE
#   a list gets length 1: NOTE
#   pattern [a-z]+ becomes [a-c]+: NOTE
#   a text gets pattern [a-c]+: WARNING
#   a value of an enum is removed: ERROR
. "$(dirname "$0")/lib.sh"
install_maven software.amazon.smithy:smithy-diff:1.72.1 software.amazon.smithy:smithy-aws-traits:1.72.1
cat >Try.java <<'JAVA'
import java.util.Comparator;
import software.amazon.smithy.diff.ModelDiff;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.validation.ValidationEvent;

public class Try {
  static Model model(String memberTraits, String shape) {
    return Model.assembler().discoverModels().addUnparsedModel("pools.smithy", """
        $version: "2.0"
        namespace pools
        use aws.protocols#awsJson1_1
        @awsJson1_1
        service Pools { version: "1", operations: [UpdateUserPool] }
        operation UpdateUserPool { input: Request, output: Answer }
        structure Answer {}
        structure Request {
          %s
          Member: Shape
        }
        %s
        """.formatted(memberTraits, shape)).assemble().unwrap();
  }

  static void compare(String what, Model before, Model after) {
    ModelDiff.Result result = ModelDiff.builder().oldModel(before).newModel(after).compare();
    System.out.println(what + ": " + result.getDiffEvents().stream().map(ValidationEvent::getSeverity).max(Comparator.naturalOrder()).get());
  }

  static void compareShapes(String what, String before, String after) {
    compare(what, model("", before), model("", after));
  }

  public static void main(String[] args) {
    String text = "@length(min: 1, max: 128) string Shape";
    compareShapes("length 128 on a shape becomes 120", text, "@length(min: 1, max: 120) string Shape");
    compareShapes("a text gets length 120", "string Shape", "@length(max: 120) string Shape");
    compare("length 120 on a member whose shape has 128", model("", text), model("@length(min: 1, max: 120)", text));
    compareShapes("range 99 on a shape becomes 60", "@range(min: 6, max: 99) integer Shape", "@range(min: 6, max: 60) integer Shape");
    compareShapes("a number gets range 60", "integer Shape", "@range(max: 60) integer Shape");
    compareShapes("a list gets length 1", "list Shape { member: String }", "@length(max: 1) list Shape { member: String }");
    compareShapes("pattern [a-z]+ becomes [a-c]+", "@pattern(\"[a-z]+\") string Shape", "@pattern(\"[a-c]+\") string Shape");
    compareShapes("a text gets pattern [a-c]+", "string Shape", "@pattern(\"[a-c]+\") string Shape");
    compareShapes("a value of an enum is removed", "enum Shape { ON, OFF }", "enum Shape { OFF }");
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try | check
