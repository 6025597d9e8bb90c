# ./tbos telegram setup and ./tbos pair: the bot, and whose chat is whose.
# shellcheck shell=bash

command_telegram() {
  [[ ${1:-} == setup && $# == 1 ]] || usage_error './tbos telegram setup'
  prepare_data_directory
  need_host_unlocked
  host_without_database telegram setup
}

command_pair() {
  (($# <= 1)) || usage_error "$(t './tbos pair [CÓDIGO]' './tbos pair [CODE]')"
  prepare_data_directory
  need_host_unlocked
  host_without_database pair "$@"
}

# The lock is held while something is built, and no longer.
need_host_unlocked() {
  take_lock
  need_host
  release_lock
}

host_without_database() {
  cd "$host_folder" || return
  Data__Directory=$data exec dotnet "$host_folder/TbPersonalOs.Agent.Host.dll" "$@"
}
