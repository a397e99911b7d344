#!/bin/sh
# fast-check 4.10.2: replaying a failure by a path that leads nowhere passes, with 0 runs.
#
# `fc.assert(property, { seed, path })` is how a printed counterexample is run again. After a change to the arbitraries the path may
# lead past the end of the shrinking tree: the assertion then passes although nothing was tested, and the fault seems fixed.
# `fc.check` shows it in numRuns. A path whose first step does not exist throws instead.
#
# Output:
#   the printed path: failed, 1 run
#   a path that leads nowhere: passed, 0 runs
. "$(dirname "$0")/lib.sh"
install_npm fast-check@4.10.2
cat >try.mjs <<'JS'
import fc from 'fast-check';

const property = fc.property(fc.integer({ min: 0, max: 1000 }), (number) => number < 0);
const { counterexamplePath } = fc.check(property, { seed: 1 });
for (const [what, path] of [
  ['the printed path', counterexamplePath],
  ['a path that leads nowhere', '1:0:0'],
]) {
  const { failed, numRuns } = fc.check(property, { seed: 1, path, endOnFailure: true });
  console.log(`${what}: ${failed ? 'failed' : 'passed'}, ${numRuns} run${numRuns === 1 ? '' : 's'}`);
}
JS
node try.mjs | check
