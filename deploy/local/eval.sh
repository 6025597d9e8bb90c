# ./tbos eval: what a planner would do with each line of a file. It needs no database.
# shellcheck shell=bash

command_eval() {
  local -a words=()
  while (($# > 0)); do
    # The host runs in its own folder: files are named from this one.
    case $1 in
      --set | --out) words+=("$1" "${2:+$(realpath -m -- "$2")}") && shift $(($# > 1 ? 2 : 1)) ;;
      *) words+=("$1") && shift ;;
    esac
  done
  prepare_data_directory
  take_lock
  need_host
  release_lock
  cd "$host_folder" || return
  exec dotnet "$host_folder/TbPersonalOs.Agent.Host.dll" eval "${words[@]}"
}
