#!/bin/sh
# quicktype-core 26.0.0: classes made from one pool turn the external id 0815 and the tag 2026-12-31 of the next into other texts.
#
# quicktype infers types from a sample, from the values of texts too: one of digits becomes an integer in Python (and C#), one like a date a
# date, "true" a boolean. All of a pool's tags and the external id of its SMS role are free text to Cognito. Classes that were generated from
# DescribeUserPool read another pool without an error and write it back with other values, though nothing of it was changed: zeros at the
# front are lost, a date has grown a time, in TypeScript as well. The external id is a condition of the trust policy of the role that sends
# the SMS messages, so after such an update no code arrives any more. A value of the sample that starts with a zero keeps its member
# a text, hence tests on the sample itself show nothing. The options inferIntegerStrings, inferDateTimes and inferBooleanStrings turn it off.
#
# Output:
#   Python: {"SmsConfiguration": {"ExternalId": "815"}, "UserPoolTags": {"cost": "42", "until": "2027-01-31T00:00:00"}}
#   TypeScript: {"SmsConfiguration":{"ExternalId":"0815"},"UserPoolTags":{"cost":"0042","until":"2027-01-31T00:00:00.000Z"}}
#   Python, told not to infer: {"SmsConfiguration": {"ExternalId": "0815"}, "UserPoolTags": {"cost": "0042", "until": "2027-01-31"}}
. "$(dirname "$0")/lib.sh"
install_npm quicktype-core@26.0.0 typescript@5.9.3
install_pip python-dateutil==2.9.0.post0
cat >generate.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { InputData, jsonInputForTargetLanguage, quicktype } from 'quicktype-core';

const sample = { SmsConfiguration: { ExternalId: '4711' }, UserPoolTags: { cost: '17', until: '2026-12-31' } };
async function generate(file, lang, options) {
  const input = jsonInputForTargetLanguage(lang);
  await input.addSource({ name: 'Pool', samples: [JSON.stringify(sample)] });
  const inputData = new InputData();
  inputData.addInput(input);
  const { lines } = await quicktype({ inputData, lang, ...options });
  writeFileSync(file, lines.join('\n'));
}
await generate('inferred.py', 'python', {});
await generate('told.py', 'python', { inferIntegerStrings: false, inferDateTimes: false, inferBooleanStrings: false });
await generate('inferred.ts', 'typescript', {});
JS
node generate.mjs
npx tsc --target es2022 --module es2022 --moduleResolution bundler inferred.ts
mv inferred.js inferred.mjs
cat >other.json <<'JSON'
{"SmsConfiguration":{"ExternalId":"0815"},"UserPoolTags":{"cost":"0042","until":"2027-01-31"}}
JSON
cat >try.py <<'PY'
import json
import sys
from importlib import import_module

classes = import_module(sys.argv[1])
with open("other.json") as file:
    print(json.dumps(classes.pool_to_dict(classes.pool_from_dict(json.load(file)))))
PY
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Convert } from './inferred.mjs';
console.log(JSON.stringify(JSON.parse(Convert.poolToJson(Convert.toPool(readFileSync('other.json', 'utf8'))))));
JS
{
  echo "Python: $(python/bin/python try.py inferred)"
  echo "TypeScript: $(TZ=UTC node try.mjs)"
  echo "Python, told not to infer: $(python/bin/python try.py told)"
} | check
