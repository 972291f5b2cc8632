# Sourced: installs what tests and benchmarks need and the machine lacks.

say() { printf '\n== %s\n' "$*"; }

need() {
  command -v "$1" > /dev/null || { echo "${0##*/}: $1 is missing; install $2" >&2; exit 1; }
}

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; }

apt_install() {
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@"; } >&2 < /dev/null
}

# --- Chromium ------------------------------------------------------------------------------------

chromium_of_system() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    command -v "$name" && return
  done
  return 1
}

chromium_from_apt() {
  can_apt || return 1
  say "Installing Chromium with apt" >&2
  apt_install chromium || return 1
  chromium_of_system
}

chromium_from_npm() {
  say "Installing Chromium with npm" >&2
  npm ci --ignore-scripts --no-audit --no-fund --prefix tests/node/chromium >&2 || return 1
  (cd tests/node/chromium && node executable-path.mjs)
}

prepare_chromium() {
  if [ -z "${XT_CHROMIUM:-}" ]; then
    XT_CHROMIUM=$(chromium_of_system || chromium_from_apt || chromium_from_npm) || {
      echo "${0##*/}: no Chromium to be had; install one and name it in XT_CHROMIUM" >&2
      exit 1
    }
    export XT_CHROMIUM
  fi
  say "Browser: $XT_CHROMIUM"
}

prepare_browser() {
  prepare_chromium
  install_packages tests/node
}

# Installs what the folder's lock file names, if it is not there yet.
install_packages() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
  say "Installing with npm what $1 names"
  npm ci --ignore-scripts --no-audit --no-fund --prefix "$1"
  cp "$1/package-lock.json" "$1/node_modules/.installed"
}

# --- PostgreSQL ----------------------------------------------------------------------------------

has_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || command -v initdb > /dev/null
}

# Only the programs: no cluster is made and no service started.
prepare_postgres() {
  has_postgres && return
  if can_apt; then
    say "Installing PostgreSQL with apt"
    local no_cluster=/etc/postgresql-common/createcluster.d/no-cluster-for-tests.conf
    mkdir -p "${no_cluster%/*}"
    echo 'create_main_cluster = false' > "$no_cluster"
    apt_install postgresql || true
    rm -f "$no_cluster"
  fi
  has_postgres || { echo "${0##*/}: no PostgreSQL server to be had; install its programs" >&2; exit 1; }
}
