#!/bin/sh
# aws-sdk-go-v2 cognitoidentityprovider 1.61.0 (smithy-go 1.28.9): a date after April 2262 wraps around, so milliseconds look like 2061.
#
# Dates are seconds since 1970 on the wire. Where a stand-in answers milliseconds by mistake, the AWS SDKs for JavaScript and Java
# show the year 55840, which everybody notices. Here the nanoseconds pass the end of a 64-bit integer without an error, and the date looks
# like one that could be.
#
# Output:
#   1700000000: 2023-11-14
#   1700000000123: 2061-11-18
#   9223372036: 2262-04-11
#   9223372037: 1677-09-21
. "$(dirname "$0")/lib.sh"
install_go github.com/aws/aws-sdk-go-v2@v1.48.0 github.com/aws/smithy-go@v1.28.9 \
  github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider@v1.61.0
cat >try.go <<'GO'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-sdk-go-v2/aws"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
)

func main() {
	date := ""
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
		answer.Header().Set("content-type", "application/x-amz-json-1.1")
		fmt.Fprintf(answer, `{"UserPool":{"LastModifiedDate":%s}}`, date)
	}))
	defer server.Close()
	client := cognito.New(cognito.Options{
		Region:       "us-east-1",
		BaseEndpoint: &server.URL,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "a", SecretAccessKey: "b"}, nil
		}),
	})
	for _, date = range []string{"1700000000", "1700000000123", "9223372036", "9223372037"} {
		input := cognito.DescribeUserPoolInput{UserPoolId: aws.String("us-east-1_a")}
		answer, err := client.DescribeUserPool(context.Background(), &input)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s: %s\n", date, answer.UserPool.LastModifiedDate.Format("2006-01-02"))
	}
}
GO
go run . | check
