# ./tbos service: a systemd unit, so that the assistant outlives the terminal and the night.
# A person gets a unit of their own with linger; root gets a unit of the system.
# shellcheck shell=bash

command_service() {
  case ${1:-} in
    install | status | remove) ;;
    *) usage_error './tbos service install [--port N] | status | remove' ;;
  esac
  if [[ ! -d /run/systemd/system ]] || ! has systemctl; then
    say "skipped: no systemd here ($(t 'use ./tbos run num terminal que fique aberto' 'use ./tbos run in a terminal that stays open'))"
    return 0
  fi
  find_unit
  "service_$1" "${@:2}"
}

find_unit() {
  local name
  name=tbos-$(printf '%s' "$repo" | hash_of | cut -c1-8).service
  if ((EUID == 0)); then
    unit=/etc/systemd/system/$name target=multi-user.target control=(systemctl)
  else
    export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$EUID}
    unit=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user/$name target=default.target control=(systemctl --user)
  fi
}

unit_text() {
  sed -e '1d' -e "s|@REPO@|${repo//%/%%}|g" -e "s|@PATH@|${PATH//%/%%}|" -e "s|@HOME@|$HOME|" \
    -e "s|@LANG@|${LANG:-C.UTF-8}|" -e "s|@PORT@|$1|" -e "s|@TARGET@|$target|" "$repo/deploy/systemd/tbos.service"
}

service_install() {
  local port=5080
  (($# == 0)) || port=$(port_from "$@")
  # The long part now, where its progress is seen; the unit then starts quickly.
  need_node
  need_assistant
  need_web
  mkdir -p "${unit%/*}"
  unit_text "$port" | write_file "$unit" 644
  if ((EUID != 0)); then
    loginctl enable-linger "$(id -un)" ||
      say "$(t 'Sem linger ele para quando você sai; a cura' 'Without linger it stops when you log out; the cure'): sudo loginctl enable-linger $(id -un)"
  fi
  "${control[@]}" daemon-reload
  "${control[@]}" enable --now "${unit##*/}" || fail "$(t 'o systemd não iniciou o assistente' 'systemd did not start the assistant')" \
    "${control[*]} status ${unit##*/}" "journalctl ${control[1]:-} -u ${unit##*/}"
  say "$(t 'Instalado e no ar' 'Installed and running'): ${unit##*/} (http://127.0.0.1:$port). $(t 'O link de entrada' 'The link to enter'): ./tbos link"
}

service_status() {
  if [[ ! -f $unit ]]; then
    say "$(t 'não instalado' 'not installed'): ./tbos service install"
    return 0
  fi
  "${control[@]}" --no-pager --lines=5 status "${unit##*/}"
}

service_remove() {
  if [[ ! -f $unit ]]; then
    say "$(t 'não há o que remover' 'nothing to remove')"
    return 0
  fi
  "${control[@]}" disable --now "${unit##*/}" || true
  rm -f "$unit"
  "${control[@]}" daemon-reload
  say "$(t 'Removido. Seus dados ficam em' 'Removed. Your data stays in') $data."
}
