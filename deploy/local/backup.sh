# ./tbos backup: makes, proves and restores backups of everything.
# shellcheck shell=bash

command_backup() {
  local what=${1:-} folder=${2:-}
  case $what:$# in
    create:1 | list:1 | key:1 | verify:1 | verify:2 | restore:2) ;;
    *) usage_error './tbos backup create | list | key | verify [BACKUP] | restore BACKUP' ;;
  esac
  # The host works in a folder of its own.
  [[ -z $folder || $folder == latest ]] || folder=$(realpath -m -- "$folder")
  [[ -z ${Backup__Folder:-} ]] || { Backup__Folder=$(realpath -m -- "$Backup__Folder") && export Backup__Folder; }
  if [[ $what == restore ]] && { prepare_data_directory; server_pid >/dev/null; }; then
    fail "$(t 'o assistente está no ar' 'the assistant is running')" './tbos stop'
  fi
  need_assistant
  backup_role
  host backup "$what" ${folder:+"$folder"}
}

# Only backups see everybody's rows: the host that serves is not told of this role.
backup_role() { [[ -z ${backup_connection:-} ]] || export ConnectionStrings__Backup=$backup_connection; }
