#!/bin/sh
# AWS SDK for Java 2.57.8: a success that it cannot read is sent again, so one CreateUserPool makes four pools.
#
# A value of another JSON type than the model's (an empty map written as [], a whole number written as 8.0, as languages with one type for
# both write them) fails in the reader, and the failure counts as one of the connection: four requests, each of them carried out, and then
# an exception without the pool's id. A text that is no number fails at once. The AWS SDK for JavaScript reads [] and 8.0 without complaint.
#
# Output:
#   "UserPoolTags":{}: created, 1 pool
#   "UserPoolTags":[]: SdkClientException, 4 pools
#   "EstimatedNumberOfUsers":8.0: SdkClientException, 4 pools
#   "EstimatedNumberOfUsers":"eight": SdkClientException, 1 pool
. "$(dirname "$0")/lib.sh"
install_maven software.amazon.awssdk:cognitoidentityprovider:2.57.8
cat >Try.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

public class Try {
  static volatile String member;
  static volatile int pools;

  public static void main(String[] args) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      exchange.getRequestBody().readAllBytes();
      pools += 1;
      byte[] body = ("{\"UserPool\":{\"Id\":\"us-east-1_a\"," + member + "}}").getBytes();
      exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .build();
    List<String> members = List.of(
        "\"UserPoolTags\":{}",
        "\"UserPoolTags\":[]",
        "\"EstimatedNumberOfUsers\":8.0",
        "\"EstimatedNumberOfUsers\":\"eight\"");
    for (String tried : members) {
      member = tried;
      pools = 0;
      String outcome = "created";
      try {
        client.createUserPool(request -> request.poolName("one"));
      } catch (SdkException error) {
        outcome = error.getClass().getSimpleName();
      }
      System.out.println(tried + ": " + outcome + ", " + pools + (pools == 1 ? " pool" : " pools"));
    }
    server.stop(0);
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try 2>/dev/null | check
