#!/bin/sh
# cognitect aws-api 0.8.838 (Clojure): a tag key loses what stands before its slash when it is written back, and a set becomes a list
# within a list.
#
# Maps are read with keywords as keys, so the tag "cost/center" is :cost/center, a keyword with a namespace; writing takes the keyword's
# name alone. Reading a pool and writing its tags back renames the tag, and two tags that differ before the slash collide in one body.
# Text as key is kept. Nothing is said in any of these cases: the client's own check of requests is off unless asked for.
#
# Output:
#   tags as they are written back: {"center":"7","team":"blue"}
#   two tags of two teams: {"owner":"ann","owner":"bob"}
#   text as key: {"cost/center":"7"}
#   a set as list: [["email"]]
. "$(dirname "$0")/lib.sh"
install_maven org.clojure:clojure:1.12.0 com.cognitect.aws:api:0.8.838 com.cognitect.aws:endpoints:871.2.47.0 \
  com.cognitect.aws:cognito-idp:825.2.1250.0
cat >try.clj <<'CLJ'
(require '[clojure.string :as string]
         '[cognitect.aws.client.api :as aws]
         '[cognitect.aws.credentials :as credentials])
(import '(com.sun.net.httpserver HttpHandler HttpServer)
        '(java.net InetSocketAddress))

(def sent (atom nil))
(def tags (atom "{}"))
(def server (HttpServer/create (InetSocketAddress. "127.0.0.1" 0) 0))
(.createContext server "/"
  (reify HttpHandler
    (handle [_ exchange]
      (reset! sent (slurp (.getRequestBody exchange)))
      (let [body (.getBytes (str "{\"UserPool\":{\"UserPoolTags\":" @tags "}}"))]
        (.add (.getResponseHeaders exchange) "content-type" "application/x-amz-json-1.1")
        (.sendResponseHeaders exchange 200 (count body))
        (.write (.getResponseBody exchange) body)
        (.close exchange)))))
(.start server)
(def client
  (aws/client
    {:api :cognito-idp
     :region "us-east-1"
     :endpoint-override {:protocol :http :hostname "127.0.0.1" :port (.getPort (.getAddress server))}
     :credentials-provider
     (reify credentials/CredentialsProvider
       (fetch [_] {:aws/access-key-id "a" :aws/secret-access-key "b"}))}))
(defn shown [answer]
  (reset! tags answer)
  (:UserPoolTags (:UserPool (aws/invoke client {:op :DescribeUserPool :request {:UserPoolId "us-east-1_a"}}))))
(defn update-pool [what member value]
  (aws/invoke client {:op :UpdateUserPool :request {:UserPoolId "us-east-1_a" member value}})
  (let [start (+ (string/index-of @sent (name member)) (count (name member)) 2)]
    (println (str what ": " (string/replace (subs @sent start (dec (count @sent))) "\\/" "/")))))

(update-pool "tags as they are written back" :UserPoolTags (shown "{\"cost/center\":\"7\",\"team\":\"blue\"}"))
(update-pool "two tags of two teams" :UserPoolTags (shown "{\"red/owner\":\"ann\",\"blue/owner\":\"bob\"}"))
(update-pool "text as key" :UserPoolTags {"cost/center" "7"})
(update-pool "a set as list" :AutoVerifiedAttributes #{"email"})
(.stop server 0)
(shutdown-agents)
CLJ
java -cp 'lib/*' clojure.main try.clj 2>/dev/null | check
