#!/bin/sh
# dotenv 18.0.10, python-dotenv 1.2.4, godotenv 1.5.1 and Node.js 24.21.0: one .env file gives a Cognito message in different lengths.
#
# dotenv and Node.js's own --env-file take the first # of {####} for a comment, though no space stands before it, and keep the text
# up to the brace. python-dotenv and godotenv keep it whole, so a deployment script in one language and its test in another disagree, and
# the one that lost the code still has a text of valid length, which the service refuses for its pattern alone.
#
# Output:
#   dotenv: Your code is {
#   Node.js: Your code is {
#   python-dotenv: Your code is {####}
#   godotenv: Your code is {####}
#   in quotes: Your code is {####} 4 times
. "$(dirname "$0")/lib.sh"
install_npm dotenv@18.0.10 node@24.21.0
use_installed_node
install_pip python-dotenv==1.2.4
install_go github.com/joho/godotenv@v1.5.1
cat >plain.env <<'ENV'
MESSAGE=Your code is {####}
ENV
cat >quoted.env <<'ENV'
MESSAGE="Your code is {####}"
ENV
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
console.log('dotenv:', parse(readFileSync(process.argv[2])).MESSAGE);
console.log('Node.js:', process.env.MESSAGE);
JS
cat >try.py <<'PY'
import sys

from dotenv import dotenv_values

print("python-dotenv:", dotenv_values(sys.argv[1])["MESSAGE"])
PY
cat >try.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	values, err := godotenv.Read(os.Args[1])
	if err != nil {
		panic(err)
	}
	fmt.Println("godotenv:", values["MESSAGE"])
}
GO
go build -o try .
read_all() {
  node --env-file="$1" try.mjs "$1"
  python/bin/python try.py "$1"
  ./try "$1"
}
{
  read_all plain.env
  echo "in quotes: $(read_all quoted.env | sed 's/^[^:]*: //' | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/\2 \1 times/')"
} | check
