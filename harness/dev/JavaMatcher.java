import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.util.regex.Pattern;

/**
 * Matches strings against patterns as a whole. Standard input, all numbers big-endian: the count of patterns (int), each
 * pattern (writeUTF); then until the end of input the index of a pattern (short), the count of UTF-16 units (short), the units.
 * Standard output: one byte, 0 or 1, for each string.
 */
class JavaMatcher {
  public static void main(String[] arguments) throws java.io.IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 20));
    Pattern[] patterns = new Pattern[in.readInt()];
    for (int index = 0; index < patterns.length; index++) patterns[index] = Pattern.compile(in.readUTF());
    java.io.OutputStream out = new java.io.BufferedOutputStream(System.out, 1 << 20);
    for (int pattern = next(in); pattern >= 0; pattern = next(in)) {
      char[] units = new char[in.readUnsignedShort()];
      for (int index = 0; index < units.length; index++) units[index] = in.readChar();
      out.write(patterns[pattern].matcher(new String(units)).matches() ? 1 : 0);
    }
    out.flush();
  }

  private static int next(DataInputStream in) throws java.io.IOException {
    int high = in.read();
    return high < 0 ? -1 : (high << 8) | in.read();
  }
}
