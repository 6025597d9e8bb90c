# For the tests of ./tbos: a copy of the repository with data of its own, and a line for each thing looked at.
# shellcheck shell=bash
set -uo pipefail

repo=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
copies=()
failures=0

pass() { printf 'PASS %s\n' "$1"; }
fail() { printf 'FAIL %s\n' "$1"; failures=$((failures + 1)); }
skip() { printf 'SKIP %s\n' "$1"; }

# expect TITLE COMMAND...: what the command says goes to the log, whether it succeeds is the test.
expect() {
  local title=$1
  shift
  if "$@"; then pass "$title"; else fail "$title"; fi
}

# Sets copy: the files of the repository as they are now, without what was built, installed or stored.
copy_repository() {
  copy=$(mktemp -d "${TMPDIR:-/tmp}/tbos-copy.XXXXXX")
  chmod 755 "$copy"
  copies+=("$copy")
  tar -C "$repo" --exclude=./.git --exclude=./.data --exclude=./artifacts --exclude=node_modules --exclude=./web/dist -cf - . |
    tar -C "$copy" -xf -
  clear_environment
}

clear_environment() {
  unset TBOS_TEST_DB TBOS_TEST_DB_DURABLE TBOS_TEST_DB_BACKUP TBOS_TEST_DB_DURABLE_BACKUP TBOS_REPO
  unset ConnectionStrings__Default ConnectionStrings__App ConnectionStrings__Backup Web__Root Data__Directory
}

# The builds of this very code, under the names that the copy looks for, so that it need not build them again.
lend_builds() {
  local names
  names=$(bash -c 'repo=$1; for part in "$1"/deploy/local/*.sh; do . "$part"; done; find_host; find_web; echo "${host_folder##*/} ${web_root##*/}"' names "$copy")
  mkdir -p "$copy/artifacts/run"
  cp -R "$repo/artifacts/bin/Agent.Host/debug" "$copy/artifacts/run/${names% *}"
  cp -R "$repo/artifacts/run/${names#* }" "$copy/artifacts/run/"
}

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

# until_true SECONDS COMMAND...: asks again and again.
until_true() {
  local deadline=$((SECONDS + $1))
  shift
  while ((SECONDS < deadline)); do
    "$@" >/dev/null 2>&1 && return 0
    read -rt 0.02 <> <(:) || true
  done
  return 1
}

stop_as_owner() {
  local owner
  owner=$(stat -c %U "$1/.data") || return 0
  if [[ $owner == "$(id -un)" ]]; then "$1/tbos" stop; else runuser -u "$owner" -- "$1/tbos" stop; fi
}

remove_copies() {
  local one
  for one in "${copies[@]}"; do
    stop_as_owner "$one" >/dev/null 2>&1
    rm -rf "$one" "/var/lib/tbos/$(printf '%s' "$one" | sha256sum | cut -c1-16)"
  done
  rmdir /var/lib/tbos 2>/dev/null
}

trap remove_copies EXIT
trap 'exit 130' INT TERM

finish() { exit $((failures > 0)); }
