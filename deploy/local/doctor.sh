# ./tbos doctor: looks at the machine, changes nothing; each fault with its cure.
# shellcheck shell=bash

command_doctor() {
  faults=0
  check_tools
  check_disk
  if [[ -n ${ConnectionStrings__Default:-} ]]; then
    good "$(t 'banco: o de' 'database: that of') ConnectionStrings__Default"
  else
    check_postgres
  fi
  check_server
  check_host
  ((faults == 0)) || say "$faults $(t 'falha(s)' 'fault(s)')"
  return $((faults > 0))
}

good() { printf 'ok     %s\n' "$1"; }

fault() {
  faults=$((faults + 1))
  printf '%s  %s\n       → %s\n' "$(t 'falha' 'fault')" "$1" "$2"
}

check_tools() {
  if has_sdk; then good ".NET SDK $(dotnet --version)"; else fault "$(t 'falta' 'missing'): .NET SDK $dotnet_version" "$(dotnet_cure)"; fi
  if has_node; then good "node $(node -v), npm $(npm -v 2>/dev/null)"; else fault "$(t 'falta' 'missing'): node $node_version+ & npm" "$(node_cure)"; fi
}

check_disk() {
  local free
  free=$(df -Pm "$repo" | awk 'NR==2 {print $4}')
  if ((free >= 2048)); then
    good "$(t 'disco' 'disk'): $((free / 1024)) GB $(t 'livres' 'free')"
  else
    fault "$(t 'disco quase cheio' 'disk almost full'): $free MB" "$(t 'libere ao menos 2 GB em' 'free at least 2 GB on') $(df -P "$repo" | awk 'NR==2 {print $6}')"
  fi
}

check_postgres() {
  use_cluster main
  find_postgres "$pgdata"
  if [[ -z $pg_bin ]]; then
    fault "$(t 'falta o PostgreSQL' 'PostgreSQL is missing')" "./tbos run  $(t '(instala; precisa de root ou sudo)' '(installs it; needs root or sudo)')"
    return 0
  fi
  good "PostgreSQL $pg_version ($pg_bin)"
  if has_pgvector "$pg_bin"; then good pgvector; else fault "$(t 'falta o pgvector' 'pgvector is missing')" "./tbos run  $(t '(instala; precisa de root ou sudo)' '(installs it; needs root or sudo)')"; fi
  check_cluster
}

check_cluster() {
  if [[ ! -f $pgdata/PG_VERSION ]]; then
    good "$(t 'banco privado: ainda não criado' 'private cluster: not made yet') (./tbos run)"
  elif cluster_answers; then
    good "$(t 'banco privado: ligado, só em' 'private cluster: running, only on') 127.0.0.1:$(cluster_port) ($pgdata)"
  else
    good "$(t 'banco privado: desligado; sobe quando preciso' 'private cluster: stopped; starts when needed') ($pgdata)"
  fi
}

check_server() {
  local pid
  if pid=$(server_pid); then
    good "$(t 'assistente no ar' 'assistant running'): http://127.0.0.1:$(server_value port) (pid $pid)"
  elif port_is_free 5080; then
    good "$(t 'assistente parado; a porta 5080 está livre' 'assistant stopped; port 5080 is free')"
  else
    fault "$(t 'a porta 5080 está ocupada por outro programa' 'port 5080 is taken by another program')" './tbos run --port 5081'
  fi
}

# The host's own checks need a build and a running database; without them there is nothing to check yet.
check_host() {
  has_sdk || return 0
  find_host
  if [[ ! -d $host_folder ]]; then
    good "$(t 'assistente: ainda não compilado' 'assistant: not built yet') (./tbos run)"
    return 0
  fi
  if [[ -z ${ConnectionStrings__Default:-} ]]; then
    [[ -n $pg_bin ]] && cluster_answers || return 0
    owner_connection=$(connection_string main tbos_owner tbos)
    app_connection=$(connection_string main tbos_app tbos)
  else
    owner_connection=$ConnectionStrings__Default app_connection=${ConnectionStrings__App:-}
  fi
  host doctor || faults=$((faults + 1))
}
