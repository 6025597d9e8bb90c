# Two quiet commands: what needs root done ahead of time, and the databases for a test run by hand.
# shellcheck shell=bash

# PostgreSQL and pgvector alone. Under sudo in a person's clone nothing of root's is left there.
command_install() {
  if ((EUID == 0)) && [[ $(stat -c %u "$repo") != 0 ]]; then
    data=$(mktemp -d) logs=$data/log secrets=$data/secrets
  fi
  prepare_data_directory
  use_cluster main
  need_postgres "$pgdata"
  say "$(t 'PostgreSQL e pgvector estão instalados.' 'PostgreSQL and pgvector are installed.')"
}

# For a shell: eval "$(./tbos env)"
command_env() {
  prepare_data_directory
  take_lock
  need_cluster main
  need_cluster test
  release_lock
  printf 'export TBOS_TEST_DB=%q\n' "$(connection_string test tbos_test_owner)"
  printf 'export TBOS_TEST_DB_DURABLE=%q\n' "$(connection_string main tbos_test_owner)"
  printf 'export TBOS_TEST_DB_BACKUP=%q\n' "$(connection_string test tbos_test_backup)"
  printf 'export TBOS_TEST_DB_DURABLE_BACKUP=%q\n' "$(connection_string main tbos_test_backup)"
  printf 'export TBOS_REPO=%q PATH=%q:$PATH\n' "$repo" "$pg_bin"
  [[ ${1:-} == --main ]] || return 0
  printf 'export ConnectionStrings__Default=%q\n' "$(connection_string main tbos_owner tbos)"
  printf 'export ConnectionStrings__App=%q\n' "$(connection_string main tbos_app tbos)"
}
