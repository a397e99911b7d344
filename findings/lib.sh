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

# Compares standard input with the lines below "Output:" in the head of the script.
check() {
  cat >seen
  sed -n '/^# Output:/,/^[^#]/p' "$script" | sed -n 's/^#   //p' >expected
  diff -u expected seen || { echo "The behaviour has changed: see $script" >&2; exit 1; }
  cat seen
  echo "confirmed"
}
