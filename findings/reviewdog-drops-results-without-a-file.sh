#!/bin/sh
# reviewdog 0.20.3: of a SARIF report it reads the results that stand in a file, and a report without any passes as clean.
#
# What a contract test or a scanner of a running service finds lies in an answer, not in a source file, and SARIF makes a result's locations
# optional for that. reviewdog walks through the locations of each result and makes one diagnostic of each, hence none of a result that
# has none, without a warning. A gate on errors then has nothing to fail on, though every result is an error, and the comment on the pull
# request says nothing. A file as location is enough, even without a line, such as the model or the test's own configuration.
#
# Output:
#   an error in a line of a file: 1 diagnostic
#   an error in a file: 1 diagnostic
#   an error without a location: 0 diagnostics
#   an error with an empty list of locations: 0 diagnostics
. "$(dirname "$0")/lib.sh"
install_go github.com/reviewdog/reviewdog/parser@v0.20.3
cat >try.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/reviewdog/reviewdog/parser"
)

const report = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"contract","rules":[{"id":"pool-name"}]}},"results":[
{"ruleId":"pool-name","level":"error","message":{"text":"PoolName is not stored"}%s}]}]}`

func main() {
	file := `"artifactLocation":{"uri":"model.json"}`
	for _, each := range [][2]string{
		{"in a line of a file", `,"locations":[{"physicalLocation":{` + file + `,"region":{"startLine":1}}}]`},
		{"in a file", `,"locations":[{"physicalLocation":{` + file + `}}]`},
		{"without a location", ""},
		{"with an empty list of locations", `,"locations":[]`},
	} {
		sarif, err := parser.New(&parser.Option{FormatName: "sarif"})
		if err != nil {
			panic(err)
		}
		diagnostics, err := sarif.Parse(strings.NewReader(fmt.Sprintf(report, each[1])))
		if err != nil {
			panic(err)
		}
		ending := "s"
		if len(diagnostics) == 1 {
			ending = ""
		}
		fmt.Printf("an error %s: %d diagnostic%s\n", each[0], len(diagnostics), ending)
	}
}
GO
go run . | check
