#!/bin/sh
# HTML's pattern attribute (jsdom 29.1.1, browsers): of the patterns of UpdateUserPool, those with a hyphen in a class check nothing.
#
# A form for a pool's settings takes the model's patterns as they stand, and AJV, Java and RE2 read all of them. The pattern attribute
# is compiled with the flag "v", to which a bare "-" or "/" in a class is an error, and a pattern in error counts as absent: every text is
# valid. So the form still refuses a message without its code and an address without "@", whose patterns have no such class, and takes any
# pool name, pool id, ARN and configuration set. A browser says so on its console alone; jsdom, where such forms are tested, says nothing.
# Half a form that works hides the half that does not, and these patterns did work in it until browsers changed the flag from "u" in
# 2023. Where the hyphen is escaped the pattern is read again, and other readers take it as before.
#
# Output:
#   message without its code: refused
#   address without its sign: refused
#   pool name with a slash: valid; Invalid character in character class
#   pool id without underscore: valid; Invalid character class
#   ARN that is none: valid; Invalid character in character class
#   configuration set with a slash: valid; Invalid character in character class
#   pool name with a slash, hyphen escaped: refused
. "$(dirname "$0")/lib.sh"
install_npm jsdom@29.1.1
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

function fault(pattern) {
  try {
    new RegExp(pattern, 'v');
    return '';
  } catch (error) {
    return `; ${error.message.split(': ').at(-1)}`;
  }
}

const part = '[\\w+=/,.@-]+';
const letters = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+';
for (const [what, pattern, text] of [
  ['message without its code', '.*\\{####\\}.*', 'Your code is {###}'],
  ['address without its sign', `${letters}@${letters}`, 'ann.example.com'],
  ['pool name with a slash', '[\\w\\s+=,.@-]+', 'a/b'],
  ['pool id without underscore', '[\\w-]+_[0-9a-zA-Z]+', 'pool'],
  ['ARN that is none', `arn:${part}:${part}:([\\w+=/,.@-]*)?:[0-9]+:${part}(:${part})?(:${part})?`, 'not one'],
  ['configuration set with a slash', '^[a-zA-Z0-9_-]+$', 'a/b'],
  ['pool name with a slash, hyphen escaped', '[\\w\\s+=,.@\\-]+', 'a/b'],
]) {
  const { document } = new JSDOM('<form><input></form>').window;
  const input = document.querySelector('input');
  input.pattern = pattern;
  input.value = text;
  console.log(`${what}: ${document.forms[0].checkValidity() ? 'valid' : 'refused'}${fault(pattern)}`);
}
JS
node try.mjs | check
