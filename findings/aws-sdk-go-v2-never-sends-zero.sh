#!/bin/sh
# aws-sdk-go-v2 cognitoidentityprovider 1.61.0: false and 0 are never sent; a structure of nothing else arrives as {}.
#
# These members are plain bool and int32, and the serializer leaves their zero value out, whether it was set or not. So a client cannot ask
# for UnusedAccountValidityDays 0, and a DeviceConfiguration with both members false arrives without any, for which the API states no
# meaning. The AWS SDK for JavaScript sends what was set. Empty lists and maps are sent, so "leave out" is not the rule here either.
#
# Output:
#   days of 0: {"AdminCreateUserConfig":{},"UserPoolId":"us-east-1_a"}
#   both booleans false: {"DeviceConfiguration":{},"UserPoolId":"us-east-1_a"}
#   one boolean true: {"DeviceConfiguration":{"ChallengeRequiredOnNewDevice":true},"UserPoolId":"us-east-1_a"}
#   empty list and map: {"AutoVerifiedAttributes":[],"UserPoolId":"us-east-1_a","UserPoolTags":{}}
. "$(dirname "$0")/lib.sh"
install_go github.com/aws/aws-sdk-go-v2@v1.48.0 github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider@v1.61.0
cat >try.go <<'GO'
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-sdk-go-v2/aws"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

func main() {
	var sent []byte
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		sent, _ = io.ReadAll(request.Body)
		answer.Header().Set("content-type", "application/x-amz-json-1.1")
		io.WriteString(answer, "{}")
	}))
	defer server.Close()
	client := cognito.New(cognito.Options{
		Region:       "us-east-1",
		BaseEndpoint: &server.URL,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "a", SecretAccessKey: "b"}, nil
		}),
	})
	update := func(what string, input cognito.UpdateUserPoolInput) {
		input.UserPoolId = aws.String("us-east-1_a")
		if _, err := client.UpdateUserPool(context.Background(), &input); err != nil {
			panic(err)
		}
		fmt.Printf("%s: %s\n", what, sent)
	}
	update("days of 0", cognito.UpdateUserPoolInput{
		AdminCreateUserConfig: &types.AdminCreateUserConfigType{UnusedAccountValidityDays: 0},
	})
	update("both booleans false", cognito.UpdateUserPoolInput{
		DeviceConfiguration: &types.DeviceConfigurationType{
			ChallengeRequiredOnNewDevice:     false,
			DeviceOnlyRememberedOnUserPrompt: false,
		},
	})
	update("one boolean true", cognito.UpdateUserPoolInput{
		DeviceConfiguration: &types.DeviceConfigurationType{
			ChallengeRequiredOnNewDevice:     true,
			DeviceOnlyRememberedOnUserPrompt: false,
		},
	})
	update("empty list and map", cognito.UpdateUserPoolInput{
		AutoVerifiedAttributes: []types.VerifiedAttributeType{},
		UserPoolTags:           map[string]string{},
	})
}
GO
go run . | check
