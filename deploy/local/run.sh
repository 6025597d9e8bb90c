# ./tbos run: everything made ready, then served until Ctrl-C.
# shellcheck shell=bash

command_run() {
  local port=5080
  (($# == 0)) || port=$(port_from "$@")
  prepare_data_directory
  if server_pid >/dev/null; then already_running; return 0; fi
  port_is_free "$port" || fail "$(t "a porta $port está ocupada por outro programa" "port $port is taken by another program")" \
    "./tbos run --port $((port + 1))"
  trap stop_what_run_started EXIT
  need_node
  need_assistant
  take_lock
  need_web
  release_lock
  serve "$port"
}

port_from() {
  if [[ $# == 2 && $1 == --port && $2 =~ ^[0-9]{1,5}$ ]] && ((10#$2 > 0 && 10#$2 < 65536)); then
    printf '%s' $((10#$2))
  else
    usage_error "$*: --port N (1-65535)"
  fi
}

already_running() {
  note "$(t 'O assistente já está no ar na porta' 'The assistant is running already, at port') $(server_value port)."
  command_link
}

# In the background, so that a signal to this command alone reaches the host too; Ctrl-C reaches both.
serve() {
  local code=0
  serving=''
  trap 'forward_stop' INT TERM HUP
  (become_host serve --port "$1") &
  serving=$!
  while :; do
    code=0
    wait "$serving" || code=$?
    kill -0 "$serving" 2>/dev/null || break
  done
  trap - INT TERM HUP
  [[ -n ${asked_to_stop:-} ]] && code=0
  return "$code"
}

forward_stop() {
  asked_to_stop=1
  kill -TERM "$serving" 2>/dev/null || true
}

stop_what_run_started() {
  trap '' INT TERM HUP
  [[ ${started_clusters:-} == *main* ]] || return 0
  nobody_holds_clusters || { note "$(t 'O banco segue ligado: outro ./tbos o usa.' 'The database stays on: another ./tbos uses it.')"; return 0; }
  note "• $(t 'Desligando o banco privado' 'Stopping the private cluster')"
  use_cluster main
  stop_cluster
}

command_stop() {
  local pid name
  prepare_data_directory
  if pid=$(server_pid); then
    note "• $(t 'Parando o assistente' 'Stopping the assistant')"
    kill -TERM "$pid"
    timeout 30 tail --pid="$pid" -f /dev/null || kill -KILL "$pid"
  fi
  for name in main test; do
    use_cluster "$name"
    find_postgres "$pgdata"
    cluster_answers || continue
    note "• $(t 'Desligando o banco privado' 'Stopping the private cluster') ($name)"
    stop_cluster
  done
}
