# The machine: which system, whose rights, and apt.
# shellcheck shell=bash

release_file=/etc/os-release

os_release() { (. "$release_file" 2>/dev/null && printf '%s' "${!1:-}"); }

# debian-12, debian-13, ubuntu-24.04, or something else
system_name() { printf '%s-%s' "$(os_release ID)" "$(os_release VERSION_ID)"; }

has_apt() { has apt-get && has dpkg-query && [[ "$(os_release ID) $(os_release ID_LIKE)" =~ debian|ubuntu ]]; }

can_become_root() {
  ((EUID == 0)) && return 0
  has sudo || return 1
  sudo -n true 2>/dev/null && return 0
  [[ -t 0 && -t 2 ]] && sudo -v
}

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y -o DPkg::Lock::Timeout=600 \
    -o Acquire::Retries=3 "$@"
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

apt_offers() {
  local policy
  policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)
  [[ $policy == *Candidate:* && $policy != *'Candidate: (none)'* ]]
}

# An install that was cut off leaves half-configured packages: finish them first.
mend_packages() {
  [[ -z $(dpkg --audit 2>/dev/null) ]] && return 0
  step dpkg "$(t 'Terminando uma instalação interrompida' 'Finishing an interrupted installation')" finish_packages && return 0
  fail "$(t 'uma instalação interrompida não pôde ser terminada' 'an interrupted installation could not be finished')" \
    'sudo dpkg --configure -a && sudo apt-get -f install'
}

# dpkg outlives a killed apt and holds its lock to the end of its package; unlike apt it does not wait for a lock.
finish_packages() {
  local words until=$((SECONDS + 600))
  while :; do
    words=$(as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 dpkg --configure -a 2>&1) && break
    printf '%s\n' "$words"
    [[ $words == *'locked by another process'* ]] || break
    ((SECONDS < until)) || return 1
    sleep 2
  done
  apt_get -f install
}

refresh_packages() {
  [[ -n ${packages_are_fresh:-} ]] && return 0
  packages_are_fresh=1
  step apt-update "$(t 'Lendo as listas de pacotes' 'Reading the package lists')" \
    apt_get -o APT::Update::Error-Mode=any update && return 0
  say "  $(t 'As listas não vieram por inteiro; tentando com as que há.' 'The lists did not come whole; trying with what is there.')"
}

# need_packages WHY PACKAGE...: installs what is missing, or says the command that would.
need_packages() {
  local why=$1 package
  local -a missing=()
  shift
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  ((${#missing[@]} == 0)) && return 0
  can_become_root || fail "$(t 'falta' 'missing'): ${missing[*]} ($why)" \
    "sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  mend_packages
  refresh_packages
  step apt-install "$(t 'Instalando' 'Installing') ${missing[*]} ($why)" \
    apt_get install --no-install-recommends "${missing[@]}" && return 0
  fail "$(t 'o apt não conseguiu instalar' 'apt could not install'): ${missing[*]}" \
    "$(t 'veja se há rede e se as fontes em /etc/apt respondem' 'check the network and that the sources in /etc/apt answer'): sudo apt-get update" \
    "$(t 'atrás de um proxy: a variável http_proxy ou /etc/apt/apt.conf.d' 'behind a proxy: the variable http_proxy or /etc/apt/apt.conf.d')" \
    "$(t 'depois rode de novo; o que já foi feito fica' 'then run again; what is done stays done')"
}
