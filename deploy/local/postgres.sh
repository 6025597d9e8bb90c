# PostgreSQL's programs: found, or installed from the system's own packages.
# shellcheck shell=bash

# Folders with initdb and pg_ctl, the highest version first.
postgres_folders() {
  local folder
  { printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin
    pg_config --bindir 2>/dev/null; } | sort -rVu | while read -r folder; do
    if [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/postgres ]]; then printf '%s\n' "$folder"; fi
  done
}

postgres_version_of() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

# Sets pg_bin and pg_version: those of the cluster that exists, else the newest that has pgvector, else the newest.
find_postgres() {
  local folder version wanted='' first=''
  pg_bin='' pg_version=''
  [[ -f ${1:-}/PG_VERSION ]] && wanted=$(<"$1/PG_VERSION")
  while read -r folder; do
    version=$(postgres_version_of "$folder")
    if [[ -n $wanted ]]; then
      [[ $version == "$wanted" ]] && pg_bin=$folder && break
    elif ((version >= 15)); then
      first=${first:-$folder}
      has_pgvector "$folder" && pg_bin=$folder && break
    fi
  done < <(postgres_folders)
  pg_bin=${pg_bin:-$first}
  [[ -z $pg_bin ]] || pg_version=$(postgres_version_of "$pg_bin")
}

release_version() { LC_ALL=C apt-cache depends postgresql 2>/dev/null | sed -nE '0,/.*Depends: postgresql-([0-9]+)$/s//\1/p' || true; }

# The package makes and starts a cluster of its own; nobody asked for that one.
without_a_system_cluster() {
  local setting=/etc/postgresql-common/createcluster.d/zz-tbos.conf code=0
  as_root mkdir -p "${setting%/*}"
  echo 'create_main_cluster = false' | as_root tee "$setting" >/dev/null
  ("$@") || code=$?
  as_root rm -f "$setting"
  return "$code"
}

install_postgres() {
  local version=$1
  has_apt || postgres_by_hand
  can_become_root || ask_for_root "$version"
  mend_packages
  refresh_packages
  version=${version:-$(release_version)}
  without_a_system_cluster need_packages PostgreSQL "postgresql-${version:-15}"
}

# Without root: the one command that cures it, and the packages for those who would rather do it themselves.
ask_for_root() {
  local version=$1 packages
  version=${version:-$(release_version)}
  packages=postgresql${version:+-$version}
  if [[ -n $version ]] && apt_offers "postgresql-$version-pgvector"; then packages+=" postgresql-$version-pgvector"; fi
  fail "$(t "falta o PostgreSQL $version com pgvector, e instalar pede root" "PostgreSQL $version with pgvector is missing, and installing needs root")" \
    "sudo $repo/tbos install   (su -c '$repo/tbos install')" \
    "$(t 'ou' 'or'): sudo apt-get update && sudo apt-get install -y $packages" \
    "$(t 'ou um banco seu' 'or a database of yours'): export ConnectionStrings__Default='Host=…;Port=5432;Database=tbos;Username=…;Password=…'"
}

postgres_by_hand() {
  fail "$(t "falta o PostgreSQL 15 ou mais novo com pgvector, e em $(system_name) ele não é instalado sozinho" \
    "PostgreSQL 15 or newer with pgvector is missing, and on $(system_name) it is not installed by itself")" \
    'Fedora: sudo dnf install postgresql-server postgresql-contrib pgvector' \
    'Arch: sudo pacman -S postgresql pgvector' \
    'macOS: brew install postgresql@17 pgvector' \
    'Windows: wsl --install -d Debian' \
    "$(t 'ou um banco seu' 'or a database of yours'): export ConnectionStrings__Default='Host=…;Port=5432;Database=tbos;Username=…;Password=…'"
}

need_postgres() {
  local wanted=''
  find_postgres "${1:-}"
  [[ -f ${1:-}/PG_VERSION ]] && wanted=$(<"$1/PG_VERSION")
  if [[ -z $pg_bin ]]; then
    install_postgres "$wanted"
    find_postgres "${1:-}"
  fi
  [[ -n $pg_bin ]] || fail "$(t 'o PostgreSQL não apareceu depois de instalado' 'PostgreSQL did not appear after its installation')" './tbos doctor'
  need_pgvector
}
