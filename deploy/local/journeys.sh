# The browser's part of ./tbos test: a host of its own on a fresh database, and Chromium.
# shellcheck shell=bash

test_journeys() {
  local port link
  [[ -n $built && -f $repo/web/journeys/run.mjs ]] || return 0
  [[ -z $shows ]] || grep -rqs "Shows=$shows:" "$repo/web/journeys" || return 0
  if ! find_chromium; then
    record SKIP 'Browser journeys: Chromium is missing (sudo apt-get install -y chromium fonts-liberation)'
    return 0
  fi
  port=$(free_port)
  if start_journey "$port" && link=$(journey_link); then
    run_lines journeys env CHROME_PATH="$chromium" node "$repo/web/journeys/run.mjs" --link "$link"
  else
    tail -n 20 "$logs/journey-host.log" >&2
    record FAIL "The host serves a journey ($logs/journey-host.log)"
  fi
  stop_journey
}

find_chromium() {
  chromium=$(command -v chromium || command -v chromium-browser || true)
  [[ -n $chromium ]] && return 0
  has_apt && [[ $(os_release ID) == debian ]] && can_become_root || return 1
  (need_packages 'for the browser journey' chromium fonts-liberation) || return 1
  chromium=$(command -v chromium)
}

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

start_journey() {
  journey_database=tbos_test_journey_$$
  use_cluster test
  sql postgres <<<"create database $journey_database owner tbos_test_owner" || return 1
  owner_connection=$(connection_string test tbos_test_owner "$journey_database") app_connection=''
  journey_data=$(mktemp -d)
  (data=$journey_data; host migrate) >"$logs/journey-host.log" 2>&1 || return 1
  (data=$journey_data; become_host serve --port "$1") >>"$logs/journey-host.log" 2>&1 &
  journey_host=$!
}

# Asks until the host answers, while it lives.
journey_link() {
  local words deadline=$((SECONDS + 60))
  while ((SECONDS < deadline)) && kill -0 "$journey_host" 2>/dev/null; do
    if words=$(data=$journey_data; host link 2>/dev/null) && [[ $words =~ http://[^[:space:]]+ ]]; then
      printf '%s' "${BASH_REMATCH[0]}"
      return 0
    fi
  done
  return 1
}

stop_journey() {
  if [[ -n ${journey_host:-} ]]; then
    kill -TERM "$journey_host" 2>/dev/null || true
    wait "$journey_host" 2>/dev/null || true
  fi
  if [[ -n ${journey_database:-} ]]; then
    use_cluster test
    sql postgres <<<"drop database if exists $journey_database with (force)" || true
  fi
  [[ -z ${journey_data:-} ]] || rm -rf "$journey_data"
  journey_host='' journey_database='' journey_data=''
}
