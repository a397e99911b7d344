#!/bin/sh
# re2js 2.10.0, Java 17, Node.js 24: "." and "\s" disagree about line ends; Unicode classes disagree about young characters.
#
# The patterns of AWS's models are Java's. Java's "." also excludes \r, U+0085, U+2028 and U+2029, JavaScript's all but U+0085, and
# RE2's only \n. U+000B (vertical tab) is \s to Java and JavaScript and not to RE2. U+1FAE9 (Unicode 16) is \p{S} to re2js and Node.js,
# and unassigned to Java 17. So ".*\{####\}.*", the pattern of a verification message, accepts other texts in each of the three.
#
# Output:
#   text              java   re2js  node
#   . on \n           false  false  false
#   . on \r           false  true   false
#   . on U+0085       false  true   true
#   . on U+2028       false  true   false
#   \s on U+000B      true   false  true
#   \p{S} on U+1FAE9  false  true   true
. "$(dirname "$0")/lib.sh"
need java
java -version 2>&1 | grep -q '"17\.' || { echo 'skipped: Java 17 is not installed'; exit 77; }
install_npm re2js@2.10.0 node@24.21.0
use_installed_node
cat >Try.java <<'JAVA'
import java.util.regex.Pattern;

public class Try {
    public static void main(String[] args) {
        String[][] rows = {
            {".", "\n"}, {".", "\r"}, {".", "\u0085"}, {".", "\u2028"}, {"\\s", "\u000b"}, {"\\p{S}", new String(Character.toChars(0x1FAE9))}
        };
        for (String[] row : rows) System.out.println(Pattern.compile(row[0]).matcher(row[1]).matches());
    }
}
JAVA
java Try.java >java.txt
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { RE2JS } from 're2js';

const java = readFileSync('java.txt', 'utf8').trim().split('\n');
const rows = [
  ['. on \\n', '.', '\n'],
  ['. on \\r', '.', '\r'],
  ['. on U+0085', '.', '\u0085'],
  ['. on U+2028', '.', '\u2028'],
  ['\\s on U+000B', '\\s', '\v'],
  ['\\p{S} on U+1FAE9', '\\p{S}', '\u{1FAE9}'],
];
const line = (cells) => [cells[0].padEnd(17), ...cells.slice(1).map((cell) => String(cell).padEnd(6))].join(' ').trimEnd();
console.log(line(['text', 'java', 're2js', 'node']));
rows.forEach(([what, pattern, text], index) => {
  const inNode = new RegExp(`^(?:${pattern})$`, 'u').test(text);
  console.log(line([what, java[index], RE2JS.compile(pattern).matcher(text).matches(), inNode]));
});
JS
node try.mjs | check
