# ./tbos bench: the published host and the fixed floor, measured against the durable private cluster, in databases of their own.
# shellcheck shell=bash

command_bench() {
  [[ -d $repo/bench/Benchmarks ]] || fail "$(t 'não há benches neste clone' 'this clone has no benches')" 'bench/Benchmarks'
  prepare_data_directory
  take_lock
  need_sdk
  hold_clusters
  need_cluster main
  step bench-build "$(t 'Compilando as medições' 'Building the benches')" dotnet build "$repo/bench/Benchmarks" -c Release \
    --disable-build-servers -nodeReuse:false -v minimal ||
    fail "$(t 'as medições não compilaram' 'the benches did not build')" "$logs/bench-build.log"
  # What people run is what is measured.
  need_host
  release_lock
  export TBOS_HOST=$host_folder
  TBOS_TEST_DB=$(connection_string main tbos_test_owner) TBOS_TEST_DB_DURABLE=$(connection_string main tbos_test_owner)
  export TBOS_TEST_DB TBOS_TEST_DB_DURABLE TBOS_REPO=$repo
  dotnet run --project "$repo/bench/Benchmarks" -c Release --no-build -- "$@"
}
