# A cluster's server: its settings, its port, started and stopped.
# shellcheck shell=bash

# PostgreSQL's own logs hold no words of the person: no statements, no parameters, no details of a failed row.
cluster_settings() {
  local durable=on connections=100
  [[ $cluster == test ]] && durable=off connections=300
  cat <<SETTINGS
# Written by ./tbos at each start.
listen_addresses = '127.0.0.1'
port = $1
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = $connections
shared_buffers = '128MB'
fsync = $durable
synchronous_commit = $durable
full_page_writes = $durable
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
cluster_name = 'tbos-$cluster'
SETTINGS
}

put_into_cluster() { as_cluster_user sh -c 'umask 077; cat >"$0.new" && mv -f "$0.new" "$0"' "$pgdata/$1"; }

configure_cluster() {
  cluster_settings "$1" | put_into_cluster postgresql.conf
  cluster_doors | put_into_cluster pg_hba.conf
}

# The tests' roles belong to tbos_app, which may enter the person's database; this keeps the tests out all the same.
cluster_doors() {
  cat <<DOORS
# Written by ./tbos at each start.
host tbos,tbos_before,tbos_restored,tbos_check tbos_test_owner,tbos_test_backup 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
DOORS
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range from which the system takes ports for outgoing connections.
new_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_is_free "$port" && break
  done
  printf '%s\n' "$port" | write_file "$data/$cluster_folder.port" 600
  printf '%s' "$port"
}

cluster_port() { sed -n 4p "$pgdata/postmaster.pid" 2>/dev/null || true; }

cluster_answers() {
  local port
  as_cluster_user "$pg_bin/pg_ctl" -D "$pgdata" status >/dev/null 2>&1 || return 1
  port=$(cluster_port)
  [[ -n $port ]] && "$pg_bin/pg_isready" -q -h 127.0.0.1 -p "$port"
}

start_cluster() {
  local port
  cluster_answers && return 0
  port=$(cat "$data/$cluster_folder.port" 2>/dev/null || true)
  for _ in 1 2 3 4 5; do
    if [[ -z $port ]] || ! port_is_free "$port"; then port=$(new_port); fi
    configure_cluster "$port"
    as_cluster_user "$pg_bin/pg_ctl" -D "$pgdata" -l "$pgdata/server.log" -t 120 -w -s start >"$logs/start-$cluster.log" 2>&1 </dev/null && return 0
    cluster_answers && return 0
    port=''
  done
  tail -n 15 "$pgdata/server.log" >&2 || true
  fail "$(t 'o banco privado não subiu' 'the private cluster did not start')" "$pgdata/server.log" './tbos doctor'
}

stop_cluster() {
  [[ -n ${pg_bin:-} && -f $pgdata/PG_VERSION ]] || return 0
  as_cluster_user "$pg_bin/pg_ctl" -D "$pgdata" status >/dev/null 2>&1 || return 0
  as_cluster_user "$pg_bin/pg_ctl" -D "$pgdata" -m fast -t 60 -w -s stop >/dev/null 2>&1 ||
    as_cluster_user "$pg_bin/pg_ctl" -D "$pgdata" -m immediate -w -s stop >/dev/null 2>&1
}
