# Roles, passwords and databases in a cluster; safe to repeat.
# shellcheck shell=bash

# sql DATABASE: statements from standard input, as the cluster's superuser. Passwords travel by file and pipe only.
sql() {
  local port
  port=$(cluster_port)
  printf '127.0.0.1:%s:*:tbos_admin:%s\n' "$port" "$(secret "$cluster-admin")" | write_file "$secrets/$cluster.pgpass" 600
  PGPASSFILE=$secrets/$cluster.pgpass PGOPTIONS='-c client_min_messages=warning' PGCONNECT_TIMEOUT=20 \
    "$pg_bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U tbos_admin -d "$1"
}

# A lost password file is not a lost database: the system user of the cluster may set a new one while it stands still.
mend_admin_password() {
  sql postgres <<<'select 1' >/dev/null 2>&1 && return 0
  note "$(t 'Renovando a senha do administrador do banco' "Renewing the password of the cluster's administrator")"
  stop_cluster
  printf "alter role tbos_admin password '%s';\n" "$(secret "$cluster-admin")" |
    as_cluster_user "$pg_bin/postgres" --single -D "$pgdata" postgres >"$logs/admin-$cluster.log" 2>&1 || true
  start_cluster
  sql postgres <<<'select 1' >/dev/null || fail "$(t 'o administrador do banco não consegue entrar' "the cluster's administrator cannot log in")" "$logs/admin-$cluster.log"
}

role_with() {
  cat <<SQL
do \$\$ begin if not exists (select from pg_roles where rolname = '$1') then create role $1; end if; end \$\$;
alter role $1 with $2 password '$(secret "$cluster-$1")';
SQL
}

# The owner makes tables, the app role reads and writes them under row-level security: neither is more than that.
roles_of_main() {
  role_with tbos_owner 'login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  role_with tbos_app 'login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  # Reads everybody's rows to write them down, and makes the database into which a backup is unpacked.
  role_with tbos_backup 'login inherit nosuperuser createdb nocreaterole noreplication bypassrls'
  echo 'grant tbos_app to tbos_owner; grant tbos_owner to tbos_backup;'
}

# Tests and benches make databases of their own; in the durable cluster they cannot enter the person's.
roles_of_tests() {
  role_with tbos_app 'login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  role_with tbos_test_owner 'login inherit nosuperuser createdb createrole noreplication nobypassrls'
  role_with tbos_test_backup 'login inherit nosuperuser createdb nocreaterole noreplication bypassrls'
  echo 'grant tbos_app to tbos_test_owner with admin option; grant tbos_test_owner to tbos_test_backup;'
}

database_of_main() {
  sql postgres <<<"select 'create database tbos owner tbos_owner encoding ''UTF8'' template template1' where not exists (select from pg_database where datname = 'tbos') \gexec"
  sql postgres <<<'revoke all on database tbos from public; grant connect, temporary on database tbos to tbos_app;'
  sql tbos <<<'create extension if not exists vector; revoke create on schema public from public;'
}

# What has been set up is marked with this part's own hash: a changed file sets up again, an unchanged one costs nothing.
prepare_roles() {
  local mark=$secrets/$cluster.ready now
  now=$(cat "${BASH_SOURCE[0]}" "$pgdata/PG_VERSION" "$secrets/$cluster"-* 2>/dev/null | sha256sum)
  [[ -f $mark && $(<"$mark") == "$now" ]] && return 0
  mend_admin_password
  cluster_doors | put_into_cluster pg_hba.conf
  sql postgres <<<'select pg_reload_conf()' >/dev/null
  sql template1 <<<'create extension if not exists vector'
  { [[ $cluster == main ]] && roles_of_main; roles_of_tests; } | sql postgres
  if [[ $cluster == main ]]; then database_of_main; fi
  cat "${BASH_SOURCE[0]}" "$pgdata/PG_VERSION" "$secrets/$cluster"-* | sha256sum | write_file "$mark" 600
}

connection_string() { # CLUSTER ROLE [DATABASE]
  local text
  use_cluster "$1"
  text="Host=127.0.0.1;Port=$(cluster_port);Username=$2;Password=$(secret "$1-$2")"
  [[ -n ${3:-} ]] && text+=";Database=$3"
  printf '%s' "$text"
}

# need_cluster NAME: installed, made, running and set up. Says whether this command started it.
need_cluster() {
  use_cluster "$1"
  need_postgres "$pgdata"
  # Once more: the installation may have brought the system user that decides where the data can lie.
  use_cluster "$1"
  make_cluster
  if ! cluster_answers; then
    note "• $(t 'Ligando o banco privado' 'Starting the private cluster') ($cluster)"
    start_cluster
    started_clusters+=" $cluster"
  fi
  prepare_roles
}
