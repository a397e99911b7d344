#!/bin/sh
# sarif-tools 3.0.5: --check error fails on results that are gone or suppressed.
#
# SARIF marks a result of an earlier run that no longer shows as "absent", and one that somebody has accepted with a suppression. This gate
# reads neither and counts both by their level. So a build with nothing but known findings fails, and a fixed one keeps failing as long as
# the file says that it was fixed.
#
# Output:
#   no results: 0
#   a new result: 1
#   an absent result: 1
#   a suppressed result: 1
. "$(dirname "$0")/lib.sh"
install_pip sarif-tools==3.0.5
cat >write.py <<'PY'
import json


def write(name, *results):
    run = {"tool": {"driver": {"name": "checker", "rules": [{"id": "minimum-length"}]}}, "results": results}
    with open(f"{name}.sarif", "w") as file:
        json.dump({"version": "2.1.0", "runs": [run]}, file)


def result(**more):
    place = {"artifactLocation": {"uri": "model.json"}, "region": {"startLine": 1}}
    return {
        "ruleId": "minimum-length",
        "level": "error",
        "message": {"text": "MinimumLength 5 is accepted"},
        "locations": [{"physicalLocation": place}],
        **more,
    }


write("no")
write("new", result(baselineState="new"))
write("absent", result(baselineState="absent"))
write("suppressed", result(baselineState="unchanged", suppressions=[{"kind": "external", "status": "accepted"}]))
PY
python/bin/python write.py
checked() {
  status=0
  python/bin/sarif --check error summary "$1.sarif" >/dev/null 2>&1 || status=$?
  echo "$2: $status"
}
{
  checked no "no results"
  checked new "a new result"
  checked absent "an absent result"
  checked suppressed "a suppressed result"
} | check
