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

# Takes modules as path@version, for a try.go that uses them and is run with `go run .`.
install_go() {
  need go
  go mod init try >/dev/null 2>&1
  go get "$@" >go.log 2>&1 || { cat go.log >&2; exit 1; }
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
