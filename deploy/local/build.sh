# The host and the web pages, built when their sources changed. Each build has a folder of its own, named by the
# hash of its inputs and renamed into place: a running server keeps its files, a cut leaves no half build.
# shellcheck shell=bash

builds=$repo/artifacts/run

host_inputs() {
  { hash_of_files src prompts Directory.Build.props Directory.Packages.props global.json .editorconfig; uname -sm; } | hash_of
}

find_host() { host_folder=$builds/host-$(host_inputs); }

need_host() {
  need_sdk
  find_host
  [[ -d $host_folder ]] && return 0
  step publish "$(t 'Compilando o assistente' 'Building the assistant')" publish_host ||
    fail "$(t 'o assistente não compilou' 'the assistant did not build')" \
      "$(t 'sem rede os pacotes do NuGet não vêm: veja' 'without a network NuGet packages do not come: see') $logs/publish.log"
  forget_old_builds host "$host_folder"
}

# Compiled ahead of time an answer of ./tbos ask comes in half the time; where the compiler for that cannot be had, without.
publish_host() {
  if ! publish_into "$builds/making-host" "${ahead_of_time[@]}"; then
    # Without a network the second way would only fail as slowly as the first.
    if grep -q NU1301 "$logs/publish.log"; then return 1; fi
    publish_into "$builds/making-host" || return
  fi
  mv -T "$builds/making-host" "$host_folder"
}

# The lock files hold what every platform shares; a build for this platform alone would add to them, so it leaves them be.
ahead_of_time=(--use-current-runtime --self-contained false -p:PublishReadyToRun=true
  -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=none.lock.json)

publish_into() {
  rm -rf "$1"
  dotnet publish "$repo/src/Agent.Host" -c Release -o "$1" "${@:2}" --disable-build-servers -nodeReuse:false \
    -p:UseSharedCompilation=false -v minimal
}

npm_quiet() { npm --no-fund --no-audit --no-update-notifier "$@"; }

need_node_modules() {
  local mark=$repo/web/node_modules/.tbos now
  need_node
  now=$(cd "$repo/web" && { cat package.json package-lock.json; node -v; uname -sm; } | hash_of)
  [[ -f $mark && $(<"$mark") == "$now" ]] && return 0
  step npm-ci "$(t 'Trazendo as ferramentas da página web' 'Fetching the web tools')" in_web npm_quiet ci ||
    fail "$(t 'npm ci falhou' 'npm ci failed')" "$(t 'veja se há rede, depois rode de novo' 'check the network, then run again')" "$logs/npm-ci.log"
  printf '%s' "$now" >"$mark"
}

in_web() { (cd "$repo/web" && "$@"); }

find_web() { web_root=$builds/web-$(hash_of_files web); }

need_web() {
  find_web
  [[ -d $web_root ]] && return 0
  need_node_modules
  step web-build "$(t 'Montando a página web' 'Building the web page')" build_web ||
    fail "$(t 'a página web não compilou' 'the web page did not build')" "$logs/web-build.log"
  forget_old_builds web "$web_root"
}

build_web() {
  rm -rf "$builds/making-web"
  in_web npm_quiet run build && mkdir -p "$builds" && cp -R "$repo/web/dist" "$builds/making-web" &&
    mv -T "$builds/making-web" "$web_root"
}

# A running server loads its files as it needs them: while there is one, every build stays.
forget_old_builds() {
  local old
  touch "$2"
  ! server_pid >/dev/null || return 0
  # shellcheck disable=SC2012
  ls -1dt "$builds/$1"-* 2>/dev/null | tail -n +3 | while read -r old; do rm -rf "$old"; done
}
