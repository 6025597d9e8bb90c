# ./tbos set: keeps a setting in the data directory, encrypted. It needs no database.
# shellcheck shell=bash

command_set() {
  local value
  (($# == 1)) || usage_error "$(t 'diga qual ajuste: ./tbos set Gemini__ApiKey' 'say which setting: ./tbos set Gemini__ApiKey')"
  prepare_data_directory
  take_lock
  need_host
  release_lock
  if [[ -t 0 ]]; then
    printf '%s: ' "$1" >&2
    IFS= read -rs value
    echo >&2
  else
    value=$(cat)
  fi
  cd "$host_folder" || return
  Data__Directory=$data exec dotnet "$host_folder/TbPersonalOs.Agent.Host.dll" set "$1" <<<"$value"
}
