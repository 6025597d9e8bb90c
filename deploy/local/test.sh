# ./tbos test: builds everything, runs every check, and ends with one line of counts.
# shellcheck shell=bash

command_test() {
  shows='' long='' only_mutants=''
  while (($# > 0)); do
    case $1 in
      --shows) [[ ${2:-} =~ ^[a-z0-9-]+$ && -f $repo/tests/shows/$2.txt ]] || usage_error "--shows NAME ($(cd "$repo/tests/shows" && echo *.txt | sed 's/\.txt//g'))"
        shows=$2; shift 2 ;;
      --long) long=1; shift ;;
      --mutants) only_mutants=1; shift ;;
      *) usage_error "test: $1" ;;
    esac
  done
  trap end_of_tests EXIT
  prepare_tests
  if [[ -n $only_mutants ]]; then
    release_lock
    test_mutants
    counted=1
    return 0
  fi
  build_everything
  test_web
  test_dotnet
  test_scripts
  test_journeys
  counted=1
}

# Counts also when something before the counting broke: then that is the failure.
end_of_tests() {
  local code=$?
  trap '' INT TERM
  stop_journey
  for name in ${started_clusters:-}; do
    if nobody_holds_clusters; then use_cluster "$name"; stop_cluster; fi
  done
  if ((code != 0)) || [[ -z ${counted:-} ]]; then record FAIL './tbos test came to its end'; fi
  trap - EXIT
  exec node "$repo/deploy/local/count-tests.mjs" "$repo" "$results" ${shows:+--shows "$shows"}
}

prepare_tests() {
  results=$repo/artifacts/test-results
  rm -rf "$results"
  mkdir -p "$results"
  unset ConnectionStrings__Default ConnectionStrings__App ConnectionStrings__Backup Clock__Now
  prepare_data_directory
  take_lock
  need_node
  need_sdk
  hold_clusters
  need_cluster main
  need_cluster test
  forget_old_databases
  TBOS_TEST_DB=$(connection_string test tbos_test_owner) TBOS_TEST_DB_DURABLE=$(connection_string main tbos_test_owner)
  TBOS_TEST_DB_BACKUP=$(connection_string test tbos_test_backup) TBOS_TEST_DB_DURABLE_BACKUP=$(connection_string main tbos_test_backup)
  export TBOS_TEST_DB TBOS_TEST_DB_DURABLE TBOS_TEST_DB_BACKUP TBOS_TEST_DB_DURABLE_BACKUP TBOS_REPO=$repo PATH=$pg_bin:$PATH
  if [[ -n $long ]]; then export TBOS_LONG=1; else unset TBOS_LONG; fi
}

record() { printf '%s %s\n' "$1" "$2" >>"$results/checks.lines"; }

# check LOG TITLE COMMAND...: a step that counts as a test.
check() {
  if step "$@"; then record PASS "$2"; else record FAIL "$2 ($logs/$1.log)" && return 1; fi
}

# Locked: a lock file that was not committed with its package fails here and not only on the server. The cure: dotnet restore.
build_everything() {
  built=''
  check build 'The solution builds without a warning' dotnet build "$repo/TbPersonalOs.sln" --disable-build-servers \
    -nodeReuse:false -p:UseSharedCompilation=false -p:RestoreLockedMode=true -v quiet && built=1
  need_node_modules
  find_web
  [[ -d $web_root ]] || check web-build 'The web page builds within its budget' build_web || web_root=''
  export Web__Root=$web_root
  release_lock
  # What was just built serves the journey and the tests of this command: the same code, without a second build.
  host_folder=$repo/artifacts/bin/Agent.Host/debug
}

test_web() {
  if [[ -z $shows ]]; then
    check web-lint 'The web code passes its linter' in_web npm_quiet run lint || true
    check web-types 'The web code passes the type checker' in_web npm_quiet run typecheck || true
  elif ! grep -rqs "Shows=$shows:" "$repo/web/src"; then
    return 0
  fi
  failure_lines=0 step web-tests 'Web tests' in_web npm_quiet test -- ${shows:+-t "Shows=$shows:"} --reporter=json --outputFile="$results/vitest.json" || true
  [[ -s $results/vitest.json ]] || record FAIL "The web tests ran ($logs/web-tests.log)"
}

# xunit's own runner inside each test project: its report holds the traits, and it starts in half a second.
test_dotnet() {
  local project name folder
  [[ -n $built ]] || return 0
  for project in "$repo"/tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    folder=$repo/artifacts/bin/$name/debug
    grep -q "\"$name\"" "$repo/TbPersonalOs.sln" || record FAIL "$name is part of the solution"
    [[ -f $folder/xunit.v3.core.dll && -f $folder/TbPersonalOs.$name.runtimeconfig.json ]] || continue
    failure_lines=0 step "test-$name" "$name" dotnet "$folder/TbPersonalOs.$name.dll" -noLogo -noColor \
      ${shows:+-trait "Shows=$shows:*"} -result-ctrf "$results/$name.ctrf.json" || true
    [[ -s $results/$name.ctrf.json ]] || record FAIL "$name ran to its end ($logs/test-$name.log)"
  done
}

test_scripts() {
  local script
  [[ -n $built ]] || return 0
  for script in "$repo"/tests/Scripts/*.test.sh; do
    [[ -z $shows ]] || grep -q "Shows=$shows:" "$script" || continue
    run_lines "$(basename "$script" .test.sh)" timeout 1800 bash "$script"
  done
}

# run_lines NAME COMMAND...: a program that prints PASS, FAIL or SKIP and a title for each thing that it looked at.
run_lines() {
  local name=$1 code=0
  shift
  failure_lines=0 step "test-$name" "$name" "$@" || code=$?
  grep -E '^(PASS|FAIL|SKIP) ' "$logs/test-$name.log" >"$results/$name.lines" || true
  ((code == 0)) || grep -q '^FAIL ' "$results/$name.lines" || record FAIL "$name ran to its end ($logs/test-$name.log)"
  [[ -s $results/$name.lines ]] || record FAIL "$name looked at something ($logs/test-$name.log)"
}

# A test run that was killed leaves its databases: those of yesterday go.
forget_old_databases() {
  local name
  for name in main test; do
    use_cluster "$name"
    sql postgres <<<"
      select format('drop database if exists %I', datname) from pg_database d
      where datname ~ '^tbos_test_' and not exists (select from pg_stat_activity a where a.datid = d.oid)
        and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 day' \gexec" || true
  done
}
