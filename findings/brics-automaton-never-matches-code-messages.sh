#!/bin/sh
# dk.brics.automaton 1.12-4 and Lucene 9.12.1: Cognito's pattern for messages matches nothing at all, and that for addresses needs no "@".
#
# Both have a syntax of their own under the name of regular expressions: "#" is the empty language, "@" is any text. So .*\{####\}.* has
# no match, and an address matches without its sign. In brics "\w" is the letter w: us-east-1_a is no pool id, and w_a is one. What makes
# texts from patterns with it (Generex, Xeger) or searches with it (the regexp query of Elasticsearch and OpenSearch) inherits the syntax,
# and no error tells of it. Lucene's flags take "#" and "@" for themselves, brics has such flags too.
#
# Output:
#   Your code is {####}: Java true, brics false, Lucene false
#   any SMS message at all: brics none, Lucene none
#   ann.example.com by [a-z.]+@[a-z.]+: Java false, brics true, Lucene true
#   us-east-1_a: Java true, brics false, Lucene true
#   w_a: Java true, brics true, Lucene true
#   without their operators: Your code is {####} brics true, Lucene true
. "$(dirname "$0")/lib.sh"
install_maven dk.brics:automaton:1.12-4 org.apache.lucene:lucene-core:9.12.1
cat >Try.java <<'JAVA'
import dk.brics.automaton.RegExp;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;

public class Try {
  static final int LUCENE_WITHOUT = org.apache.lucene.util.automaton.RegExp.ALL
      & ~org.apache.lucene.util.automaton.RegExp.EMPTY & ~org.apache.lucene.util.automaton.RegExp.ANYSTRING;

  static org.apache.lucene.util.automaton.Automaton lucene(String pattern, int flags) {
    return new org.apache.lucene.util.automaton.RegExp(pattern, flags).toAutomaton();
  }

  static boolean brics(String pattern, int flags, String text) {
    return new RegExp(pattern, flags).toAutomaton().run(text);
  }

  static boolean lucene(String pattern, int flags, String text) {
    return new CharacterRunAutomaton(lucene(pattern, flags)).run(text);
  }

  static void compare(String shown, String pattern, String text) {
    System.out.println(shown + ": Java " + Pattern.matches(pattern, text) + ", brics " + brics(pattern, RegExp.ALL, text)
        + ", Lucene " + lucene(pattern, org.apache.lucene.util.automaton.RegExp.ALL, text));
  }

  public static void main(String[] args) {
    String message = ".*\\{####\\}.*";
    String text = "Your code is {####}";
    compare(text, message, text);
    System.out.println("any SMS message at all: brics " + (new RegExp(message).toAutomaton().isEmpty() ? "none" : "some")
        + ", Lucene " + (Operations.isEmpty(lucene(message, org.apache.lucene.util.automaton.RegExp.ALL)) ? "none" : "some"));
    compare("ann.example.com by [a-z.]+@[a-z.]+", "[a-z.]+@[a-z.]+", "ann.example.com");
    compare("us-east-1_a", "[\\w-]+_[0-9a-zA-Z]+", "us-east-1_a");
    compare("w_a", "[\\w-]+_[0-9a-zA-Z]+", "w_a");
    System.out.println("without their operators: " + text + " brics " + brics(message, RegExp.NONE, text)
        + ", Lucene " + lucene(message, LUCENE_WITHOUT, text));
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try 2>/dev/null | check
