/** The helper `flat` of a shell script: prints a JSON text as one line for each leaf, `Policies.PasswordPolicy.MinimumLength = 8`. */
export const flatten: readonly string[] = [
  '# Prints JSON as sorted lines: Policies.PasswordPolicy.MinimumLength = 8',
  '# and what is cut off, or goes on behind its end, with a line that is none.',
  "flat() { LC_ALL=C awk '",
  '  function blank() { while (at <= length(text) && substr(text, at, 1) ~ /[ \\t\\r\\n]/) at++ }',
  '  function word(  from, sign) {',
  '    from = at',
  '    if (substr(text, at, 1) == "\\"") {',
  '      at++',
  '      while (at <= length(text) && (sign = substr(text, at, 1)) != "\\"") at += (sign == "\\\\" ? 2 : 1)',
  '      at++',
  '    } else while (at <= length(text) && substr(text, at, 1) !~ /[],:} \\t\\r\\n]/) at++',
  '    return substr(text, from, at - from)',
  '  }',
  '  function item(place, count, name, open, sign) {',
  '    blank(); open = substr(text, at, 1)',
  '    if (open != "{" && open != "[") { print place " = " word(); return }',
  '    at++; blank()',
  '    if (substr(text, at, 1) ~ /[]}]/) { print place " = " open substr(text, at++, 1); return }',
  '    for (count = 0; at <= length(text); count++) {',
  '      blank()',
  '      if (open == "[") item(place "[" count "]")',
  '      else { name = word(); blank(); at++; item((place == "" ? "" : place ".") substr(name, 2, length(name) - 2)) }',
  '      blank()',
  '      if ((sign = substr(text, at++, 1)) == ",") continue',
  '      if (sign != (open == "{" ? "}" : "]")) broken = 1',
  '      return',
  '    }',
  '  }',
  '  { text = text $0 "\\n" }',
  '  END { at = 1; item(""); blank(); if (broken || at <= length(text)) print " = no JSON to its end" }',
  "' | LC_ALL=C sort; }",
];

/** The helpers that read a described pool, which is in a file of the folder `$work` as `flat` prints it. */
export const poolHelpers: readonly string[] = [
  '# Prints what a described pool has of a member: part FILE MEMBER',
  'part() { awk -v name="$2" \'index($0, name) == 1 && substr($0, length(name) + 1, 1) ~ /[ .[]/\' "$work/$1"; }',
];

/** The helper `is_missing`, which takes an empty value for none. */
export const isMissing: readonly string[] = [
  'is_missing() { [ -z "$(part "$@" | grep -vE \' = (""|null|\\{\\}|\\[\\])$\')" ]; }',
];
