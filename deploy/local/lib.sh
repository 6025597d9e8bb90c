# What every part uses: words to the person, logged steps, the lock.
# shellcheck shell=bash

data=$repo/.data
logs=$data/log
secrets=$data/secrets

is_portuguese() { [[ ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} == pt* ]]; }

# t PORTUGUESE ENGLISH: the words in the person's language, as the locale says.
t() { if is_portuguese; then printf '%s' "$1"; else printf '%s' "$2"; fi; }

# Words go to standard error: standard output belongs to answers.
say() { printf '%s\n' "$*" >&2; }
note() { [[ -n ${TBOS_QUIET:-} ]] || say "$*"; }

# fail WHAT CURE...: what is wrong, then each cure on a line of its own.
fail() {
  say "tbos: $1"
  shift
  local cure
  for cure in "$@"; do say "  → $cure"; done
  exit 1
}

usage_error() {
  say "tbos: $1"
  say "  → $(t 'veja' 'see') ./tbos help"
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

prepare_data_directory() {
  mkdir -p "$data" || fail "$(t "não dá para criar $data" "cannot create $data")" \
    "$(t 'rode como o dono desta pasta' 'run it as the owner of this folder')"
  [[ -O $data ]] || fail \
    "$(t "$data pertence a $(stat -c %U "$data")" "$data belongs to $(stat -c %U "$data")")" \
    "$(t 'rode ./tbos como essa pessoa' 'run ./tbos as that person')" \
    "$(t 'ou fique com os dados' 'or take the data over'): sudo chown -R $(id -un) $data"
  # Root's own folder must be passable for the system user that runs PostgreSQL; what is in it is closed one by one.
  if ((EUID == 0)); then chmod 711 "$data"; else chmod 700 "$data"; fi
  mkdir -p "$logs" "$secrets"
  chmod 700 "$logs" "$secrets"
}

# step LOG TITLE COMMAND...: runs it with a line at the start, a line every 15 seconds and a line at the end.
# The command stays in the foreground (Ctrl-C reaches it); its output goes to the log.
step() {
  local log=$logs/$1.log title=$2 began=$SECONDS ticker code=0
  shift 2
  note "• $title"
  ticker_for "$title" &
  ticker=$!
  "$@" >"$log" 2>&1 </dev/null || code=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  if ((code == 0)); then
    note "  ✓ $((SECONDS - began)) s"
    return 0
  fi
  say "  ✗ $title: $((SECONDS - began)) s, $(t 'código' 'code') $code ($log)"
  tail -n "${failure_lines:-25}" "$log" | sed 's/^/    /' >&2
  return "$code"
}

# Ends by itself when the command that it tells of was killed; holds no lock meanwhile.
ticker_for() {
  exec 8>&- 9>&-
  local began=$SECONDS never
  exec {never}<> <(:)
  while ! read -rt 15 -u "$never" && kill -0 $$ 2>/dev/null; do
    note "  … $1: $((SECONDS - began)) s"
  done
}

# write_file PATH MODE: standard input becomes the file in one rename, so that a cut leaves the old one.
write_file() {
  local new
  new=$(mktemp "$1.XXXXXX")
  cat >"$new"
  chmod "$2" "$new"
  mv -f "$new" "$1"
}

# One ./tbos at a time installs, builds and starts things. Steps inherit the lock: after a kill the next
# command waits for what is still running instead of colliding with it.
take_lock() {
  exec 9>>"$data/lock"
  if ! flock -n 9; then
    say "$(t 'outro ./tbos está trabalhando; esperando' 'another ./tbos is at work; waiting') (pid $(cat "$data/lock.pid" 2>/dev/null || echo '?')) …"
    flock 9
  fi
  echo $$ >"$data/lock.pid"
}

release_lock() { exec 9>&-; }

# Whoever uses a cluster holds this lock in common; who wants to stop one needs it alone.
hold_clusters() {
  exec 8>>"$data/clusters.users"
  flock -s 8
}

nobody_holds_clusters() {
  exec 8>&-
  (exec 7>>"$data/clusters.users" && flock -n -x 7)
}

hash_of() { sha256sum | cut -c1-16; }

# The contents of these files and folders, without what a build writes itself.
hash_of_files() {
  (cd "$repo" && { find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist \) -prune -o -type f ! -name packages.lock.json -print0 2>/dev/null || true; } |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | hash_of)
}
