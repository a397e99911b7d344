# Shared by the scripts of this folder: a temporary folder, and the comparison of what is printed with the script's head.
set -eu
folder=$(mktemp -d)
script=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
server=
clean_up() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
cd "$folder"

# Stops with status 77 where a program is missing, as test drivers understand "skipped".
need() {
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
  done
}

install_npm() {
  need node npm
  npm install --silent --no-audit --no-fund --ignore-scripts --no-save "$@" >/dev/null
}

# Uses the Node.js that was installed as the package "node".
use_installed_node() {
  npm rebuild --silent node >/dev/null
  PATH="$folder/node_modules/.bin:$folder/node_modules/node/bin:$PATH"
}

install_pip() {
  need python3
  python3 -m venv python >/dev/null
  python/bin/pip install --quiet --disable-pip-version-check "$@"
}

# Writes stub.py for a try.py: a server that stands in for Cognito, and a client of boto3 for it.
write_python_stub() {
  cat >stub.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


def serve(answer):
    """Starts a server. answer(operation, body) gives status, text of the body and, if there are any, further headers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            operation = self.headers["x-amz-target"].rpartition(".")[2]
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            status, text, *further = answer(operation, request)
            body = text.encode()
            self.send_response(status)
            self.send_header("content-type", "application/x-amz-json-1.1")
            self.send_header("content-length", str(len(body)))
            for headers in further:
                for name, value in headers.items():
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address_of(server):
    return f"http://127.0.0.1:{server.server_port}"


def boto3_client(server, **options):
    import boto3

    keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b"}
    return boto3.client("cognito-idp", region_name="us-east-1", endpoint_url=address_of(server), **keys, **options)
PY
}

# Runs try.py without the settings that the user of this machine has for AWS.
run_python() {
  AWS_CONFIG_FILE=none AWS_SHARED_CREDENTIALS_FILE=none python/bin/python try.py
}

# Takes modules as path@version, for a try.go that uses them and is run with `go run .`.
install_go() {
  need go
  go mod init try >/dev/null 2>&1
  go get "$@" >go.log 2>&1 || { cat go.log >&2; exit 1; }
}

# Takes lines of [dependencies], for a src/main.rs that uses them; compiling them takes minutes where nothing is cached.
install_cargo() {
  need cargo
  mkdir src
  printf '[package]\nname = "try_it"\nversion = "0.1.0"\nedition = "2021"\n[profile.dev]\ndebug = false\n[dependencies]\n' >Cargo.toml
  printf '%s\n' "$@" >>Cargo.toml
}

# Takes artifacts as group:artifact:version, and leaves them with all they need in lib/.
install_maven() {
  need java javac mvn
  {
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>try</groupId><artifactId>try</artifactId><version>1</version><dependencies>'
    for artifact in "$@"; do
      echo "$artifact" | sed 's|\(.*\):\(.*\):\(.*\)|<dependency><groupId>\1</groupId><artifactId>\2</artifactId><version>\3</version></dependency>|'
    done
    echo '</dependencies></project>'
  } >pom.xml
  mvn --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib \
    >mvn.log 2>&1 || { cat mvn.log >&2; exit 1; }
}

# Compares standard input with the lines below "Output:" in the head of the script.
check() {
  cat >seen
  sed -n '/^# Output:/,/^[^#]/p' "$script" | sed -n 's/^#   //p' >expected
  diff -u expected seen || { echo "The behaviour has changed: see $script" >&2; exit 1; }
  cat seen
  echo "confirmed"
}
