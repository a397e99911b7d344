#!/bin/sh
# aws-sdk-cognitoidentityprovider 1.144.0 (Rust): a required text or number that a pool does not show is written back as "" or 0, and one
# that is an enum's makes the whole answer an error.
#
# Some members within a pool's structures are required by the service's model. In an answer that lacks one, as an emulator or a proxy may
# give it, the SDK fills in "" for SnsCallerArn and 0 for Priority without a word, so reading a pool and writing it back sends a role that
# nobody set. AdvancedSecurityMode and LambdaVersion have no such value: DescribeUserPool ends in an error, on status 200, and nothing of
# the pool can be read. The builders check it the other way round: nested structures refuse to be built without such a member, while the
# request itself goes out without UserPoolId. And one rule becomes six members: PasswordPolicyType has no way to leave a boolean or the days
# out, so an update that means to set MinimumLength asks for a policy without any other rule, and for 0 days. boto3 and aws-sdk-go-v2 do
# none of this.
#
# Output:
#   shown {"SmsConfiguration":{"ExternalId":"e"}}
#     sent {"UserPoolId":"us-east-1_a","SmsConfiguration":{"SnsCallerArn":"","ExternalId":"e"}}
#   shown {"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_email"}]}}
#     sent {"UserPoolId":"us-east-1_a","AccountRecoverySetting":{"RecoveryMechanisms":[{"Priority":0,"Name":"verified_email"}]}}
#   shown {"UserPoolAddOns":{}}
#     error: advanced_security_mode was missing
#   shown {"LambdaConfig":{"PreTokenGenerationConfig":{"LambdaArn":"f"}}}
#     error: lambda_version was missing
#   built with MinimumLength 12
#     sent {"UserPoolId":"us-east-1_a","Policies":{"PasswordPolicy":{"MinimumLength":12,"RequireUppercase":false,"RequireLowercase":false,"RequireNumbers":false,"RequireSymbols":false,"TemporaryPasswordValidityDays":0}}}
#   built without UserPoolId
#     sent {}
. "$(dirname "$0")/lib.sh"
install_cargo \
  'aws-sdk-cognitoidentityprovider = { version = "=1.144.0", default-features = false, features = ["rt-tokio"] }' \
  'aws-smithy-http-client = { version = "1", features = ["test-util"] }' \
  'aws-smithy-types = "1"' \
  'http = "1"' \
  'tokio = { version = "1", features = ["rt", "macros"] }'
cat >src/main.rs <<'RUST'
use aws_sdk_cognitoidentityprovider as cognito;
use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use cognito::config::{BehaviorVersion, Credentials, Region};
use cognito::error::DisplayErrorContext;
use cognito::types::{PasswordPolicyType, UserPoolPolicyType};

/// A client whose DescribeUserPool shows the given pool, and whose UpdateUserPool prints what it sends.
fn client(pool: &'static str) -> cognito::Client {
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        let shows = request.headers()["x-amz-target"] == "AWSCognitoIdentityProviderService.DescribeUserPool";
        if !shows {
            println!("  sent {}", std::str::from_utf8(request.body().bytes().unwrap()).unwrap());
        }
        let body = if shows { format!("{{\"UserPool\":{pool}}}") } else { "{}".into() };
        http::Response::builder().status(200).body(SdkBody::from(body)).unwrap()
    });
    let config = cognito::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("a", "b", None, None, "try"))
        .http_client(http);
    cognito::Client::from_conf(config.build())
}

async fn read_and_write_back(pool: &'static str) {
    println!("shown {pool}");
    let client = client(pool);
    let shown = match client.describe_user_pool().user_pool_id("us-east-1_a").send().await {
        Ok(answer) => answer.user_pool.unwrap(),
        Err(error) => {
            let text = DisplayErrorContext(&error).to_string();
            let reason = text.trim_start_matches("response error: ").split(':').next().unwrap();
            println!("  error: {reason}");
            return;
        }
    };
    let update = client.update_user_pool().user_pool_id("us-east-1_a");
    let update = update.set_sms_configuration(shown.sms_configuration);
    update.set_account_recovery_setting(shown.account_recovery_setting).send().await.unwrap();
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    read_and_write_back(r#"{"SmsConfiguration":{"ExternalId":"e"}}"#).await;
    read_and_write_back(r#"{"AccountRecoverySetting":{"RecoveryMechanisms":[{"Name":"verified_email"}]}}"#).await;
    read_and_write_back(r#"{"UserPoolAddOns":{}}"#).await;
    read_and_write_back(r#"{"LambdaConfig":{"PreTokenGenerationConfig":{"LambdaArn":"f"}}}"#).await;
    println!("built with MinimumLength 12");
    let policy = PasswordPolicyType::builder().minimum_length(12).build();
    let policies = UserPoolPolicyType::builder().password_policy(policy).build();
    client("{}").update_user_pool().user_pool_id("us-east-1_a").policies(policies).send().await.unwrap();
    println!("built without UserPoolId");
    client("{}").update_user_pool().send().await.unwrap();
}
RUST
cargo run --quiet | check
