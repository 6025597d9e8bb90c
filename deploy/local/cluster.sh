# The private PostgreSQL clusters of this clone: "main" holds the person's data, "test" forgets on a power cut.
# shellcheck shell=bash

use_cluster() {
  cluster=$1
  case $cluster in
    main) cluster_folder=postgres ;;
    test) cluster_folder=postgres-test ;;
  esac
  find_cluster_home
  pgdata=$cluster_home/$cluster_folder
}

# As root a system user runs it: under .data where that user can pass, else under a system folder of this clone's own.
# Where one exists already, it stays.
find_cluster_home() {
  local system_home
  system_home=/var/lib/tbos/$(printf '%s' "$repo" | sha256sum | cut -c1-16)
  cluster_user=''
  cluster_home=$data
  ((EUID == 0)) || return 0
  cluster_user=postgres
  if [[ -d $system_home ]]; then
    cluster_home=$system_home
  elif [[ -f $data/postgres/PG_VERSION && $(stat -c %u "$data/postgres") != 0 ]]; then
    cluster_user=$(stat -c %U "$data/postgres")
  elif id -u postgres >/dev/null 2>&1 && ! runuser -u postgres -- test -x "$data" 2>/dev/null; then
    cluster_home=$system_home
  fi
}

# Runs as the cluster's user, in a folder that this user can read. The server outlives this command: it must hold
# neither our locks nor any other file that whoever called us had open.
as_cluster_user() {
  (
    cd /
    close_files
    export LC_ALL=C.UTF-8
    if [[ -n $cluster_user ]]; then exec runuser -u "$cluster_user" -- "$@"; else exec "$@"; fi
  )
}

close_files() {
  local number
  for number in {3..63}; do eval "exec $number>&-"; done
}

# secret NAME: a password made once, readable by its owner only.
secret() {
  local file=$secrets/$1
  [[ -s $file ]] || head -c 48 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c 32 | write_file "$file" 600
  cat "$file"
}

make_cluster() {
  [[ -f $pgdata/PG_VERSION ]] && return 0
  if [[ -n $cluster_user ]]; then
    install -d -m 711 "$cluster_home"
    # Only this folder is the system user's; initdb makes the cluster in it, and a rename into place ends it.
    install -d -m 700 -o "$cluster_user" "$cluster_home/making"
  else
    mkdir -p "$cluster_home/making"
  fi
  step "initdb-$cluster" "$(t 'Criando o banco de dados privado' 'Creating the private database cluster')" initialise_cluster ||
    fail "$(t 'o banco privado não pôde ser criado' 'the private cluster could not be created')" \
      "$(t 'no WSL, o clone deve ficar na pasta do Linux, não em /mnt/c' 'in WSL, the clone belongs in the Linux home, not in /mnt/c')" \
      "$logs/initdb-$cluster.log"
}

initialise_cluster() {
  local new=$cluster_home/making/$cluster_folder word=$cluster_home/making/$cluster_folder.word
  rm -rf "$new"
  secret "$cluster-admin" | as_cluster_user sh -c 'umask 077; cat >"$0"' "$word" &&
    as_cluster_user "$pg_bin/initdb" -D "$new" -U tbos_admin --pwfile="$word" --auth=scram-sha-256 \
      --encoding=UTF8 --locale=C.UTF-8 --data-checksums &&
    rm -f "$word" && mv -T "$new" "$pgdata"
}
