#!/bin/sh
# json-schema-faker 0.6.3: \p{L} in a pattern is read as the characters p, {, L and }, and without a seed every call gives the same value.
#
# The patterns of Cognito's e-mail texts are classes such as [\p{L}\p{M}\p{S}\p{N}\p{P}\s]+ that allow nearly everything. The values made
# for them match, so nothing fails, but in 300 seeds no letter but these, no digit and nothing outside ASCII was ever tried. And the same
# call, repeated as a fuzz test repeats it, repeats its value: the seed is 1 unless it is given.
#
# Output:
#   characters in 300 seeds: "\t\n LMNPSp{}"
#   values in 300 calls without a seed: 1
#   values in 300 seeds: 88
. "$(dirname "$0")/lib.sh"
install_npm json-schema-faker@0.6.3 node@24.21.0
use_installed_node
cat >try.mjs <<'JS'
import { generate } from 'json-schema-faker';
const subject = { type: 'string', minLength: 1, maxLength: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' };
const length = { type: 'integer', minimum: 6, maximum: 99 };
const characters = new Set();
const unseeded = new Set();
const seeded = new Set();
for (let seed = 1; seed <= 300; seed += 1) {
  for (const character of await generate(subject, { seed })) characters.add(character);
  unseeded.add(await generate(length));
  seeded.add(await generate(length, { seed }));
}
console.log(`characters in 300 seeds: ${JSON.stringify([...characters].sort().join(''))}`);
console.log(`values in 300 calls without a seed: ${unseeded.size}`);
console.log(`values in 300 seeds: ${seeded.size}`);
JS
node try.mjs | check
