# The two tools that must be there already: the .NET SDK and node.
# shellcheck shell=bash

dotnet_version=10
node_version=20

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1

dotnet_cure() {
  case $(system_name) in
    ubuntu-24.04) printf 'sudo apt-get install -y dotnet-sdk-%s.0' "$dotnet_version" ;;
    *) printf 'curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel %s.0' "$dotnet_version" ;;
  esac
}

node_cure() {
  if [[ $(system_name) == debian-13 ]]; then printf 'sudo apt-get install -y nodejs npm'; else printf 'https://nodejs.org/en/download'; fi
}

# An SDK put into the home folder by Microsoft's script is often not in the path.
find_dotnet() {
  has dotnet && return 0
  local folder
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    [[ -n $folder && -x $folder/dotnet ]] && PATH=$PATH:$folder && return 0
  done
  return 1
}

has_sdk() { find_dotnet && dotnet --list-sdks 2>/dev/null | grep -q "^$dotnet_version\."; }

has_node() { has node && has npm && (($(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0) >= node_version)); }

need_sdk() { has_sdk || fail "$(t 'falta' 'missing'): .NET SDK $dotnet_version" "$(dotnet_cure)"; }

need_node() { has_node || fail "$(t 'falta' 'missing'): node $node_version+ & npm" "$(node_cure)"; }
