#!/bin/sh
# express-openapi-validator 5.6.2 and kin-openapi 0.153.0: validating an update adds members to it that nobody sent.
#
# Cognito's model gives booleans and days a default, which converters copy into the schema. Both validators write the defaults of a
# schema into the request they were asked to check, so the handler behind them sees MinimumLength sent alone as four members, and a
# stand-in that has to tell omitted from false can't. kin-openapi encodes the body anew for it. Its check can be told not to
# (SkipSettingDefaults); express-openapi-validator has no option for it.
#
# Output:
#   sent: {"UserPoolId":"us-east-1_a","Policies":{"PasswordPolicy":{"MinimumLength":8}}}
#   express-openapi-validator: {"MinimumLength":8,"RequireNumbers":false,"RequireSymbols":false,"TemporaryPasswordValidityDays":0}
#   kin-openapi: {"MinimumLength":8,"RequireNumbers":false,"RequireSymbols":false,"TemporaryPasswordValidityDays":0}
#   kin-openapi with SkipSettingDefaults: {"MinimumLength":8}
. "$(dirname "$0")/lib.sh"
install_npm express-openapi-validator@5.6.2 express@5.2.1
install_go github.com/getkin/kin-openapi@v0.153.0 github.com/getkin/kin-openapi/routers/gorillamux@v0.153.0
cat >api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "pools", "version": "1" },
  "paths": {
    "/": {
      "post": {
        "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Update" } } } },
        "responses": { "200": { "description": "updated" } }
      }
    }
  },
  "components": {
    "schemas": {
      "Update": {
        "type": "object",
        "properties": {
          "UserPoolId": { "type": "string" },
          "Policies": { "type": "object", "properties": { "PasswordPolicy": { "$ref": "#/components/schemas/PasswordPolicy" } } }
        }
      },
      "PasswordPolicy": {
        "type": "object",
        "properties": {
          "MinimumLength": { "type": "integer" },
          "RequireNumbers": { "type": "boolean", "default": false },
          "RequireSymbols": { "type": "boolean", "default": false },
          "TemporaryPasswordValidityDays": { "type": "integer", "default": 0 }
        }
      }
    }
  }
}
JSON
echo '{"UserPoolId":"us-east-1_a","Policies":{"PasswordPolicy":{"MinimumLength":8}}}' >body.json
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import express from 'express';
import { middleware } from 'express-openapi-validator';
const apiSpec = JSON.parse(readFileSync('api.json', 'utf8'));
const app = express().use(express.json(), middleware({ apiSpec }));
app.post('/', (request, answer) => {
  console.log('express-openapi-validator:', JSON.stringify(request.body.Policies.PasswordPolicy));
  answer.end();
});
const server = app.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const headers = { 'content-type': 'application/json' };
await fetch(`http://127.0.0.1:${server.address().port}/`, { method: 'POST', headers, body: readFileSync('body.json') });
server.close();
JS
cat >try.go <<'GO'
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	router := must(gorillamux.NewRouter(must(openapi3.NewLoader().LoadFromFile("api.json"))))
	validate := func(what string, options openapi3filter.Options) {
		request := must(http.NewRequest("POST", "http://127.0.0.1/", bytes.NewReader(must(os.ReadFile("body.json")))))
		request.Header.Set("content-type", "application/json")
		route, parameters, err := router.FindRoute(request)
		if err != nil {
			panic(err)
		}
		input := openapi3filter.RequestValidationInput{Request: request, PathParams: parameters, Route: route, Options: &options}
		if err := openapi3filter.ValidateRequest(context.Background(), &input); err != nil {
			panic(err)
		}
		var body struct {
			Policies struct{ PasswordPolicy json.RawMessage }
		}
		if err := json.NewDecoder(request.Body).Decode(&body); err != nil {
			panic(err)
		}
		fmt.Printf("%s: %s\n", what, body.Policies.PasswordPolicy)
	}
	validate("kin-openapi", openapi3filter.Options{})
	validate("kin-openapi with SkipSettingDefaults", openapi3filter.Options{SkipSettingDefaults: true})
}
GO
{ echo "sent: $(cat body.json)" && node try.mjs && go run .; } | check
