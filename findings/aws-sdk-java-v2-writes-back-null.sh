#!/bin/sh
# AWS SDK for Java 2.42.32: a value that is newer than the SDK is written back as the text "null".
#
# SOFTWARE_TOKEN became a first factor in July 2026, after this version. Code that reads the pool, changes one member and writes the rest
# back, as an update that resets what it omits demands, sends "null" in its place, in lists and in single values, and the service refuses
# it. The enum's getter loses the text, the constant UNKNOWN_TO_SDK_VERSION prints as null; a whole structure that is passed on keeps it.
#
# Output:
#   read: [PASSWORD, null]
#   written back by its getter: "AllowedFirstAuthFactors":["PASSWORD","null"]
#   written back as a structure: "AllowedFirstAuthFactors":["PASSWORD","SOFTWARE_TOKEN"]
. "$(dirname "$0")/lib.sh"
install_maven software.amazon.awssdk:cognitoidentityprovider:2.42.32
cat >Try.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignInPolicyType;

public class Try {
  static volatile String sent;

  static String factors() {
    return sent.substring(sent.indexOf("\"AllowedFirstAuthFactors\""), sent.indexOf(']') + 1);
  }

  public static void main(String[] args) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      sent = new String(exchange.getRequestBody().readAllBytes());
      boolean shows = exchange.getRequestHeaders().getFirst("x-amz-target").endsWith("DescribeUserPool");
      String policies = "{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"SOFTWARE_TOKEN\"]}}";
      byte[] body = (shows ? "{\"UserPool\":{\"Policies\":" + policies + "}}" : "{}").getBytes();
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
    String pool = "us-east-1_a";
    SignInPolicyType policy = client.describeUserPool(request -> request.userPoolId(pool)).userPool().policies().signInPolicy();
    System.out.println("read: " + policy.allowedFirstAuthFactors());
    client.updateUserPool(request -> request.userPoolId(pool).policies(policies -> policies
        .signInPolicy(changed -> changed.allowedFirstAuthFactors(policy.allowedFirstAuthFactors()))));
    System.out.println("written back by its getter: " + factors());
    client.updateUserPool(request -> request.userPoolId(pool).policies(policies -> policies.signInPolicy(policy)));
    System.out.println("written back as a structure: " + factors());
    server.stop(0);
  }
}
JAVA
javac -cp 'lib/*' Try.java
java -cp 'lib/*:.' Try 2>/dev/null | check
