# Which word runs which part.
# shellcheck shell=bash

main() {
  local command=${1:-help} word
  (($# > 0)) && shift
  [[ $command == -h || $command == --help ]] && command=help
  if ! declare -F "command_$command" >/dev/null; then
    usage_error "$(t 'comando desconhecido' 'unknown command'): $command"
  fi
  # A message may hold any words: for ask, only a lone --help asks for help.
  for word in "$@"; do
    [[ $word == --help || $word == -h ]] && [[ $command != ask || $# == 1 ]] && { help_for "$command"; return 0; }
  done
  started_clusters=''
  "command_$command" "$@"
}

command_help() { help_for "${1:-}"; }
