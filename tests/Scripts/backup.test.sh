#!/usr/bin/env bash
# ./tbos backup: what a person would do, on one machine and on the next.
. "$(dirname "$0")/lib.sh"

copy_repository
lend_builds
first=$copy
copy_repository
lend_builds
next=$copy

says() { # WORDS COMMAND...: its output has these words, and it succeeds
  local words=$1 said
  shift
  said=$("$@" 2>&1) || { printf '%s\n' "$said"; return 1; }
  [[ $said == *"$words"* ]] || { printf '%s\n' "$said"; return 1; }
}
refuses() { # WORDS COMMAND...
  local words=$1 said
  shift
  said=$("$@" 2>&1) && { printf '%s\n' "$said"; return 1; }
  [[ $said == *"$words"* ]] || { printf '%s\n' "$said"; return 1; }
}

cd "$first" || exit 1
expect 'Something is there' says 'comprar café' ./tbos ask 'cria a tarefa comprar café amanhã'
expect 'A backup is made' ./tbos backup create
folder=$(./tbos backup list 2>/dev/null | cut -d' ' -f1)
key=$(./tbos backup key 2>/dev/null)
nobody_else_reads() { [[ -n $folder && -z $(find "$folder" .data/backup.key ! -type d ! -perm 600) && $(stat -c %a "$folder") == 700 ]]; }
expect 'Only the owner can read it' nobody_else_reads
expect 'It is proved (Shows=trust:6)' says 'tables hold' ./tbos backup verify
expect 'Its log is proved' says 'entries hold' ./tbos audit verify "$folder"

./tbos ask 'cria a tarefa comprar chá amanhã' >/dev/null 2>&1
expect 'It is restored (Shows=trust:6)' says 'tbos_before' ./tbos backup restore latest
without_tea() { local said; said=$(./tbos ask 'minhas tarefas' 2>/dev/null) && [[ $said == *café* && $said != *chá* ]]; }
expect 'What came after it is gone' without_tea
expect 'The log of what was restored holds' says 'entries hold' ./tbos audit verify

cd "$next" || exit 1
expect 'Another house does not open it without its key' refuses 'Backup__Key' ./tbos backup restore "$folder"
restore_elsewhere() { Backup__Key=$key ./tbos backup restore "$1"; }
expect 'With the key it does' says 'restored what was backed up' restore_elsewhere "$folder"
expect 'All of it is there (Shows=trust:6)' without_tea
expect 'Its log holds there too' says 'entries hold' ./tbos audit verify
expect 'A folder that is no backup is said to be none' refuses 'is no backup' ./tbos backup verify .
expect 'A command that is none shows those that are' refuses 'backup create' ./tbos backup mend

finish
