# The host: its environment, and whether it serves already.
# shellcheck shell=bash

# The person's own database: the private cluster, or the one that ConnectionStrings__Default names.
need_database() {
  if [[ -n ${ConnectionStrings__Default:-} ]]; then
    owner_connection=$ConnectionStrings__Default
    app_connection=${ConnectionStrings__App:-} backup_connection=${ConnectionStrings__Backup:-}
    return 0
  fi
  hold_clusters
  need_cluster main
  owner_connection=$(connection_string main tbos_owner tbos)
  app_connection=$(connection_string main tbos_app tbos)
  backup_connection=$(connection_string main tbos_backup tbos)
}

need_migrations() {
  local mark=$data/migrated now
  now=$(printf '%s %s' "$host_folder" "$owner_connection" | hash_of)
  [[ -f $mark && $(<"$mark") == "$now" ]] && return 0
  step migrate "$(t 'Preparando as tabelas' 'Preparing the tables')" host migrate ||
    fail "$(t 'as tabelas não puderam ser preparadas' 'the tables could not be prepared')" './tbos doctor' "$logs/migrate.log"
  printf '%s' "$now" | write_file "$mark" 600
}

# Everything that a command of the host needs, installed, built and started where missing.
need_assistant() {
  prepare_data_directory
  take_lock
  need_sdk
  need_database
  need_host
  # A restore that was cut off: its databases have changed places or not, and what belongs to them follows.
  [[ ! -d $data/restoring ]] || (backup_role && host backup finish) || fail "$(t 'uma restauração ficou pela metade' 'a restore was left half done')" './tbos doctor'
  need_migrations
  release_lock
}

# Becomes the host. What it writes (its keys, the owner's token) is for this person's eyes only.
become_host() {
  umask 077
  export ConnectionStrings__Default=$owner_connection Data__Directory=$data
  [[ -z ${app_connection:-} ]] || export ConnectionStrings__App=$app_connection
  # PostgreSQL's own programs of the cluster's version come first.
  [[ -z ${pg_bin:-} ]] || PATH=$pg_bin:$PATH
  [[ -z ${web_root:-} ]] || export Web__Root=$web_root
  cd "$host_folder" || return
  exec dotnet "$host_folder/TbPersonalOs.Agent.Host.dll" "$@"
}

host() { (become_host "$@"); }

server_value() { sed -nE "s/.*\"$1\" *: *([0-9]+).*/\1/p" "$data/server.json" 2>/dev/null || true; }

# The pid of this clone's server, if it lives: a number that another program has got since does not count.
server_pid() {
  local pid
  pid=$(server_value pid)
  [[ -n $pid ]] && kill -0 "$pid" 2>/dev/null || return 1
  [[ ! -r /proc/$pid/cmdline || $(tr '\0' ' ' <"/proc/$pid/cmdline") == *TbPersonalOs.Agent.Host* ]] || return 1
  printf '%s' "$pid"
}

command_ask() {
  [[ -z ${Clock__Now:-} ]] || export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
  need_assistant
  host ask "$@"
}

command_demo() {
  [[ ${1:-} == add || ${1:-} == remove ]] || usage_error './tbos demo add|remove'
  need_assistant
  host demo "$@"
}

command_audit() {
  [[ ${1:-} == verify && $# -le 2 ]] || usage_error './tbos audit verify [BACKUP]'
  [[ $# == 2 ]] || { need_assistant; host audit verify; return; }
  command_backup verify "$2"
}

command_link() {
  prepare_data_directory
  server_pid >/dev/null || fail "$(t 'o assistente não está no ar' 'the assistant is not running')" './tbos run'
  need_assistant
  host link
}
