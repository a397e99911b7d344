/** The helper `write_out` of a shell script: writes standard input with its `<20001 times a>` as the characters meant. */
export const expandRuns: readonly string[] = [
  '# Writes "<20001 times a>" as that many characters.',
  'write_out() { LC_ALL=C awk \'BEGIN { ORS = "" } {',
  '  while (match($0, /<[0-9]+ times [^>]+>/)) {',
  '    unit = substr($0, RSTART + 1, RLENGTH - 2); print substr($0, 1, RSTART - 1); $0 = substr($0, RSTART + RLENGTH)',
  '    count = unit + 0; sub(/^[0-9]+ times /, "", unit); while (count-- > 0) print unit',
  '  }',
  '  print $0 "\\n"',
  "}'; }",
];
