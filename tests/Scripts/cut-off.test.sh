#!/usr/bin/env bash
# ./tbos run is killed, with all that it started, at one point after another; then it works as if nothing had been.
. "$(dirname "$0")/lib.sh"

copy_repository
[[ -n ${TBOS_LONG:-} ]] || lend_builds
cd "$copy" || exit 1
port=$(free_port)

# A program started in the background ignores Ctrl-C unless told otherwise.
start() { setsid env --default-signal=INT ./tbos run --port "$port" >run.log 2>&1 & run=$!; }

# kill_when CONDITION...: SIGKILL to the whole group, as a power cut or a closed window would.
kill_when() {
  local code=0
  start
  until_true 300 "$@" || code=1
  kill -KILL -- "-$run" 2>/dev/null || code=1
  wait "$run" 2>/dev/null
  return "$code"
}

in_the_middle_of_initdb() { [[ -d .data/making/postgres/base || -f .data/postgres/PG_VERSION ]]; }
before_the_roles() { [[ -f .data/postgres/postmaster.pid && ! -f .data/secrets/main.ready ]]; }
in_the_middle_of_the_build() { [[ -d artifacts/obj ]]; }
before_the_tables() { [[ -f .data/secrets/main.ready && ! -f .data/migrated ]] && compgen -G 'artifacts/run/host-*'; }
in_the_middle_of_npm_ci() { [[ -d web/node_modules ]]; }
while_serving() { [[ -f .data/server.json ]]; }

expect 'Cut off in the middle of initdb' kill_when in_the_middle_of_initdb
expect 'Cut off before the roles are made' kill_when before_the_roles
[[ -z ${TBOS_LONG:-} ]] || expect 'Cut off in the middle of the build' kill_when in_the_middle_of_the_build
expect 'Cut off before the tables are made' kill_when before_the_tables
[[ -z ${TBOS_LONG:-} ]] || expect 'Cut off in the middle of npm ci' kill_when in_the_middle_of_npm_ci
expect 'Cut off while serving' kill_when while_serving

ready() { node -e "fetch('http://127.0.0.1:$port/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"; }
begins_to_serve() { start; until_true 300 ready || { cat run.log; return 1; }; }
expect 'A run that was cut off at several points works the next time (Shows=main-job:11)' begins_to_serve
expect 'It prints the link and where it serves' grep -q "http://127.0.0.1:$port/" run.log

says_so_and_links() { ./tbos run --port "$port" >again.log 2>&1 && grep -q "http://127.0.0.1:$port/" again.log; }
expect 'A second run says that it serves already, with a fresh link' says_so_and_links

gone() { ! kill -0 "$1"; }

# SIGTERM to the command alone: it is for the command to tell the host and the cluster.
stops_cleanly() {
  local host cluster
  begins_to_serve || return 1
  host=$(sed -nE 's/.*"pid" *: *([0-9]+).*/\1/p' .data/server.json)
  cluster=$(head -n1 .data/postgres/postmaster.pid)
  kill -TERM "$run"
  wait "$run" && [[ ! -f .data/postgres/postmaster.pid ]] && until_true 10 gone "$host" && until_true 10 gone "$cluster"
}
./tbos stop
wait "$run"
expect 'A signal stops the host and then the cluster that the run started' stops_cleanly

nothing_twice() { begins_to_serve && [[ $(grep -c '^•' run.log) == 1 ]]; }
expect 'A later start only starts the cluster: it installs, builds and migrates nothing again' nothing_twice

# Ctrl-C reaches every process of the terminal's group at once.
ctrl_c_stops() { kill -INT -- "-$run" && wait "$run" && [[ ! -f .data/postgres/postmaster.pid && ! -f .data/server.json ]]; }
expect 'Ctrl-C stops all of it' ctrl_c_stops

finish
