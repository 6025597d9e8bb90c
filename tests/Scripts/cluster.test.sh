#!/usr/bin/env bash
# The private cluster: closed to the outside, durable, with roles that are no more than they need to be.
. "$(dirname "$0")/lib.sh"

copy_repository
cd "$copy" || exit 1

# Two at once from nothing: neither may break the other.
./tbos env --main >one 2>one.log & first=$!
./tbos env --main >two 2>two.log & second=$!
both() { wait "$first" && wait "$second" && cmp one two; }
expect 'Two commands at once on an empty clone make one cluster' both
. ./one

# value CONNECTION KEY
value() { tr ';' '\n' <<<"$1" | sed -n "s/^$2=//p"; }
query() { # CONNECTION DATABASE SQL
  PGPASSWORD=$(value "$1" Password) PGCONNECT_TIMEOUT=10 psql -X -q -A -t -h 127.0.0.1 -p "$(value "$1" Port)" -U "$(value "$1" Username)" -d "$2" -c "$3"
}
port=$(value "$ConnectionStrings__Default" Port)

no_password_is_refused() { ! PGPASSWORD='' psql -X -w -h 127.0.0.1 -p "$port" -U tbos_admin -d tbos -c 'select 1' 2>&1; }
expect 'Nobody enters the cluster without a password' no_password_is_refused

only_loopback() {
  [[ $(query "$ConnectionStrings__Default" tbos 'show listen_addresses') == 127.0.0.1 ]] &&
    grep -q "^unix_socket_directories = ''" .data/postgres/postgresql.conf &&
    ! grep -vE '^#|^host .* 127\.0\.0\.1/32 (scram-sha-256|reject)$' .data/postgres/pg_hba.conf
}
expect 'The cluster listens on 127.0.0.1 only, and asks everyone for a password' only_loopback

durable() { [[ $(query "$1" postgres "select string_agg(setting, ' ' order by name) from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')") == "$2" ]]; }
expect 'The cluster of the data is durable' durable "$TBOS_TEST_DB_DURABLE" 'on on on'
expect 'The cluster of the tests is not, and so is quick' durable "$TBOS_TEST_DB" 'off off off'

plain_roles() {
  [[ $(query "$ConnectionStrings__Default" tbos "select count(*) from pg_roles where rolname in ('tbos_owner', 'tbos_app')
    and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)") == 2 ]]
}
expect 'The owner and the app role have no right beyond their own' plain_roles

owner_is_apart() { [[ $(query "$ConnectionStrings__App" tbos "select pg_get_userbyid(datdba) || ' ' || current_user from pg_database where datname = 'tbos'") == 'tbos_owner tbos_app' ]]; }
expect 'The app role does not own the database' owner_is_apart

app_cannot_create() { ! query "$ConnectionStrings__App" tbos 'create table intruder (id int)' 2>&1; }
expect 'The app role cannot make tables' app_cannot_create

tests_stay_out() { ! query "$TBOS_TEST_DB_DURABLE" tbos 'select 1' 2>&1; }
expect "The tests' role cannot enter the person's database" tests_stay_out

new_database() {
  query "$TBOS_TEST_DB" postgres 'create database tbos_test_new' &&
    query "$TBOS_TEST_DB" tbos_test_new "create table thing (place vector(2)); insert into thing values ('[1,2]'); select place <-> '[1,3]' from thing"
}
expect 'Tests can make a database, and tables with vectors in it' new_database

closed_files() { [[ -z $(find .data/secrets -type f ! -perm 600) && $(stat -c %a .data/secrets) == 700 ]]; }
expect 'Passwords are readable by their owner only' closed_files

no_password_in_logs() { ! grep -rqF -f <(cat .data/secrets/*-* ) .data/log .data/postgres/server.log; }
expect 'No password stands in a log' no_password_in_logs

quick_and_silent() { ./tbos env --main >three 2>three.log && cmp one three && [[ ! -s three.log ]]; }
expect 'A second start does nothing twice' quick_and_silent

caller_is_free() { ./tbos stop && flock caller.lock ./tbos env >/dev/null && flock -n caller.lock true; }
expect 'The server that stays behind keeps no file of its caller open' caller_is_free

lost_password_is_mended() { rm .data/secrets/main-admin && ./tbos env --main >four && . ./four && query "$ConnectionStrings__Default" tbos 'select 1'; }
expect 'A lost password is not a lost database' lost_password_is_mended

# Another program takes the port while the cluster stands still.
taken_port_is_changed() {
  local other code=0
  ./tbos stop
  node -e "require('net').createServer().listen($port, '127.0.0.1', () => console.log('there'))" >other.log & other=$!
  until_true 10 test -s other.log && ./tbos env --main >five && . ./five && query "$ConnectionStrings__Default" tbos 'select 1' || code=1
  kill "$other"
  [[ $code == 0 && $(value "$ConnectionStrings__Default" Port) != "$port" ]]
}
expect 'A port that another program took is exchanged for a free one' taken_port_is_changed

if ((EUID == 0)); then
  copy_repository
  chmod 700 "$copy"
  cd "$copy" || exit 1
  system_folder() { ./tbos env >six && . ./six && query "$TBOS_TEST_DB" postgres 'select 1' && [[ ! -e .data/postgres && -f /var/lib/tbos/$(printf '%s' "$copy" | sha256sum | cut -c1-16)/postgres/PG_VERSION ]]; }
  expect 'As root, in a clone that the system user cannot reach, the data lies in a system folder' system_folder

  copy_repository
  cd "$copy" || exit 1
  chown -R nobody "$copy"
  as_a_person() { runuser -u nobody -- env HOME="$copy" ./tbos env >seven && . ./seven && query "$TBOS_TEST_DB" postgres 'select 1' && [[ $(stat -c %U .data/postgres/PG_VERSION) == nobody ]]; }
  expect 'A person without root runs the cluster as themselves' as_a_person
else
  skip 'As root, in a clone that the system user cannot reach, the data lies in a system folder'
  skip 'A person without root runs the cluster as themselves'
fi

finish
