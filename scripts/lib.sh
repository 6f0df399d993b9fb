# What ./run and ./test share: messages, checks of the tools, front-end assets. Sourced by bash, with $root set.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# A build leaves no process behind that would outlive the command and hold its lock.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
quiet_build=(-c Release --nologo -v:quiet -p:UseSharedCompilation=false)

artifacts=$root/artifacts
assets=$root/src/Maillage.Web/Assets

# French unless the environment speaks English, as in the program itself.
case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  en*) language=en ;;
  *) language=fr ;;
esac

say() { if [[ $language == en ]]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }
die() { say "$@" >&2; exit 1; }

# logged NAME COMMAND…: its output goes to a log, shown only when it fails.
logged() {
  local log=$artifacts/log/$1.log; shift
  mkdir -p "${log%/*}"
  if ! "$@" > "$log" 2>&1 < /dev/null; then
    tail -n 15 "$log" >&2
    die "Échec ; le détail est dans $log" "Failed; details are in $log"
  fi
}

need_dotnet() {
  command -v dotnet > /dev/null ||
    die "Il faut le SDK .NET 10 (commande « dotnet »), absent de cette machine." "The .NET 10 SDK (command \"dotnet\") is needed and is not on this machine."
}

need_sdk() {
  local version
  need_dotnet
  version=$(cd "$root" && dotnet --version 2> /dev/null) || version=
  [[ ${version%%.*} =~ ^[0-9]+$ && ${version%%.*} -ge 10 ]] ||
    die "Il faut le SDK .NET 10 ; « dotnet » n'en trouve pas sur cette machine." "The .NET 10 SDK is needed; \"dotnet\" finds none on this machine."
}

need_node() {
  local version
  version=$(node --version 2> /dev/null) || version=v0
  version=${version#v}
  [[ ${version%%.*} -ge 20 ]] && command -v npm > /dev/null ||
    die "Il faut Node.js 20 ou plus récent, avec npm (trouvé : ${version/#0/aucun})." "Node.js 20 or later, with npm, is needed (found: ${version/#0/none})."
}

# fingerprint PATH…: changes whenever a file under these paths of the repository appears, goes, or is written.
fingerprint() {
  (cd "$root" && find "$@" -name node_modules -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -c1-16)
}

# install_peers: the npm packages of the outside servers that tests talk to, when their lock changed.
install_peers() {
  local peers=$root/tests/Peers
  if ! cmp -s "$peers/package-lock.json" "$peers/node_modules/.installed"; then
    need_node
    logged npm-peers npm ci --prefix "$peers" --ignore-scripts --no-audit --no-fund
    cp "$peers/package-lock.json" "$peers/node_modules/.installed"
  fi
}

# build_assets: the npm packages when their lock changed, then the assets when what makes them changed.
build_assets() {
  local stamp=$artifacts/stamp/assets packages=$assets/node_modules/.installed now
  now=$(fingerprint src/Maillage.Web/Assets)
  if [[ -f $packages && -d $root/src/Maillage.Web/wwwroot/assets && -d $root/data/prepared && $(cat "$stamp" 2> /dev/null) == "$now" ]]; then
    return
  fi
  need_node
  if ! cmp -s "$assets/package-lock.json" "$packages"; then
    say "Paquets npm…" "npm packages…"
    logged npm npm ci --prefix "$assets" --ignore-scripts --no-audit --no-fund
    cp "$assets/package-lock.json" "$packages"
  fi
  say "Feuilles de style, carte, territoires…" "Stylesheets, map, territories…"
  logged assets node "$assets/build.mjs"
  mkdir -p "${stamp%/*}"
  printf '%s\n' "$now" > "$stamp"
}
