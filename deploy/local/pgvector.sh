# pgvector: from the system's package, or built from Debian's source package where the release has none.
# shellcheck shell=bash

has_pgvector() {
  local config=$1/pg_config share lib
  if [[ $1 =~ ^/usr/lib/postgresql/([0-9]+)/bin$ ]]; then
    share=/usr/share/postgresql/${BASH_REMATCH[1]} lib=/usr/lib/postgresql/${BASH_REMATCH[1]}/lib
  elif [[ -x $config ]]; then
    share=$("$config" --sharedir) lib=$("$config" --pkglibdir)
  else
    return 1
  fi
  [[ -f $share/extension/vector.control && ( -f $lib/vector.so || -f $lib/vector.dylib ) ]]
}

need_pgvector() {
  local package=postgresql-$pg_version-pgvector
  has_pgvector "$pg_bin" && return 0
  has_apt || postgres_by_hand
  can_become_root || ask_for_root "$pg_version"
  apt_offers "$package" || { mend_packages; refresh_packages; }
  if apt_offers "$package"; then need_packages pgvector "$package"; else build_pgvector; fi
  has_pgvector "$pg_bin" || fail "$(t 'o pgvector não apareceu depois de instalado' 'pgvector did not appear after its installation')" './tbos doctor'
}

# ORIGIN|LABEL|URI|SIGNED_BY of the system's own sources: the mirror is taken from there.
debian_source() {
  local targets
  targets=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)|$(SIGNED_BY)' 'Identifier: Packages' 2>/dev/null)
  grep -m1 '^Debian|Debian|' <<<"$targets"
}

build_pgvector() {
  local source
  [[ $(os_release ID) == ubuntu ]] && fail "$(t 'o pgvector está no repositório universe, que não está ligado' \
    'pgvector is in the universe repository, which is switched off')" 'sudo add-apt-repository -y universe && sudo apt-get update'
  source=$(debian_source) || fail "$(t 'as fontes do apt não nomeiam um espelho do Debian' "apt's sources name no Debian mirror")" \
    "$(t 'acrescente um em /etc/apt/sources.list.d, depois' 'add one in /etc/apt/sources.list.d, then'): sudo apt-get update"
  need_packages "$(t 'para compilar o pgvector' 'to build pgvector')" gcc make libc6-dev "postgresql-server-dev-$pg_version"
  step pgvector-source "$(t 'Baixando a fonte do pgvector (Debian trixie)' "Fetching pgvector's source (Debian trixie)")" \
    fetch_pgvector "$source" || fail "$(t 'a fonte do pgvector não veio' "pgvector's source did not come")" \
    "$(t 'veja se há rede até o espelho em /etc/apt, e rode de novo' 'check the network to the mirror in /etc/apt, and run again')"
  step pgvector-build "$(t 'Compilando o pgvector' 'Building pgvector')" make_pgvector ||
    fail "$(t 'o pgvector não compilou' 'pgvector did not build')" "$logs/pgvector-build.log"
  step pgvector-install "$(t 'Instalando o pgvector' 'Installing pgvector')" install_pgvector_files ||
    fail "$(t 'o pgvector não pôde ser instalado' 'pgvector could not be installed')" "$logs/pgvector-install.log"
  rm -rf "$data/build/pgvector"
}

# Private lists and cache: the system's own apt lists stay as they are. apt checks the signatures.
fetch_pgvector() {
  local work=$data/build/pgvector origin label uri key signed=''
  IFS='|' read -r origin label uri key <<<"$1"
  [[ $key == /* ]] && signed="signed-by=$key"
  [[ -z $signed && -f /usr/share/keyrings/debian-archive-keyring.gpg ]] && signed='signed-by=/usr/share/keyrings/debian-archive-keyring.gpg'
  echo "$origin $label $uri $signed"
  rm -rf "$work"
  mkdir -p "$work"/{lists/partial,cache/archives/partial,source}
  echo "deb-src [$signed] $uri trixie main" >"$work/sources.list"
  local -a options=(-q -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root -o Acquire::Retries=3)
  apt-get "${options[@]}" -o APT::Update::Error-Mode=any update &&
    (cd "$work/source" && apt-get "${options[@]}" source --download-only pgvector)
}

make_pgvector() {
  local work=$data/build/pgvector
  local -a make=(make -C "$work/source/tree" PG_CONFIG="$pg_bin/pg_config" OPTFLAGS="")
  tar -xf "$work"/source/pgvector_*.orig.tar.* -C "$work/source" --one-top-level=tree --strip-components=1 &&
    "${make[@]}" && "${make[@]}" DESTDIR="$work/stage" install
}

# The control file comes last and in one rename: PostgreSQL, and this script, see the extension whole or not at all.
install_pgvector_files() {
  as_root sh -euc '
    umask 022
    cd "$1/stage"
    control=$(find . -name vector.control)
    find . -type f ! -name vector.control | while read -r file; do install -D -m "$(stat -c %a "$file")" "$file" "/$file"; done
    install -D -m 644 "$control" "/$control.new"
    mv -f "/$control.new" "/$control"
  ' install_pgvector_files "$data/build/pgvector"
}
