# ./tbos telegram setup and ./tbos pair: the bot, and whose chat is whose.
# shellcheck shell=bash

command_telegram() {
  [[ ${1:-} == setup && $# == 1 ]] || usage_error './tbos telegram setup'
  need_assistant
  become_host telegram setup
}

command_pair() {
  (($# <= 1)) || usage_error "$(t './tbos pair [CÓDIGO]' './tbos pair [CODE]')"
  prepare_data_directory
  server_pid >/dev/null || fail "$(t 'o assistente não está no ar' 'the assistant is not running')" './tbos run'
  need_assistant
  become_host pair "$@"
}
