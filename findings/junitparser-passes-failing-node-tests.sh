#!/bin/sh
# junitparser 5.0.3 and junit-to-ctrf 0.0.14 on reports of Node.js 24.21.0: a failing test outside any suite is not there.
#
# Node.js's own test runner writes a test that stands in no describe() straight under <testsuites>, and these readers look for tests
# within a <testsuite> only. So `junitparser verify` ends with 0 on a report whose every test failed, `junitparser merge` writes a report of
# no tests, and junit-to-ctrf drops the test, or writes no report and ends with 0. Where such tests stand beside suites, the rest looks
# complete, and the totals are counted anew from what was kept.
#
# Output:
#   written: 2 tests, 1 failed
#   junitparser verify: status 0
#   junitparser merge: 1 test, 0 failed
#   junit-to-ctrf: 1 test, 0 failed
#   without suites: junitparser verify status 0, junit-to-ctrf status 0 and no report
. "$(dirname "$0")/lib.sh"
install_pip junitparser==5.0.3
install_npm junit-to-ctrf@0.0.14 node@24.21.0
use_installed_node
cat >both.test.mjs <<'JS'
import test, { describe } from 'node:test';
test('an update keeps the tags', () => {
  throw new Error('they are gone');
});
describe('a pool', () => {
  test('can be read', () => {});
});
JS
cat >alone.test.mjs <<'JS'
import test from 'node:test';
test('an update keeps the tags', () => {
  throw new Error('they are gone');
});
JS
for name in both alone; do
  node --test --test-reporter=junit --test-reporter-destination="$name.xml" "$name.test.mjs" || true
done
status_of() {
  status=0
  "$@" >/dev/null 2>&1 || status=$?
  echo "$status"
}
python/bin/junitparser merge both.xml merged.xml
npx junit-to-ctrf both.xml -o both.json >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
const merged = readFileSync('merged.xml', 'utf8').match(/<testsuites tests="(\d+)" failures="(\d+)"/);
const { tests, failed } = JSON.parse(readFileSync('both.json', 'utf8')).results.summary;
console.log(`junitparser merge: ${merged[1]} test, ${merged[2]} failed\njunit-to-ctrf: ${tests} test, ${failed} failed`);
JS
{
  echo "written: $(grep -c '<testcase' both.xml) tests, $(grep -c '<failure' both.xml) failed"
  echo "junitparser verify: status $(status_of python/bin/junitparser verify both.xml)"
  node try.mjs
  verified=$(status_of python/bin/junitparser verify alone.xml)
  converted=$(status_of npx junit-to-ctrf alone.xml -o alone.json)
  report=$(test -e alone.json && echo "a report" || echo "no report")
  echo "without suites: junitparser verify status $verified, junit-to-ctrf status $converted and $report"
} | check
