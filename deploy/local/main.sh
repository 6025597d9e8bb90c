# Which word runs which part.
# shellcheck shell=bash

main() {
  local command=${1:-help}
  (($# > 0)) && shift
  case $command in
    env) command_env "$@" ;;
    stop) command_stop "$@" ;;
    *) usage_error "$(t 'comando desconhecido' 'unknown command'): $command" ;;
  esac
}

command_env() {
  prepare_data_directory
  take_lock
  need_cluster main
  need_cluster test
  release_lock
  printf 'export TBOS_TEST_DB=%q\n' "$(connection_string test tbos_test_owner)"
  printf 'export TBOS_TEST_DB_DURABLE=%q\n' "$(connection_string main tbos_test_owner)"
  printf 'export TBOS_REPO=%q\n' "$repo"
}
