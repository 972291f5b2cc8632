# Sourced by script/docker-test: a Docker engine with Compose, and the images that docker/ builds on. Needs install.sh,
# the functions note, remark, logged and impossible, and the variables logs, stand_ins and keycloak_version.

# An engine that is started here keeps its images apart, so that no other project meets a stand-in by an official name.
engine_home=/var/lib/external-tenants-docker-test
engine_pid=
compose=()

find_engine() {
  if ! engine_answers; then
    can_apt || impossible "no Docker engine answers, and only root on Debian can start one here"
    install_missing docker.io docker-compose
    start_engine
  fi
  if docker compose version > /dev/null 2>&1; then
    compose=(docker compose)
  elif command -v docker-compose > /dev/null; then
    compose=(docker-compose)
  elif can_apt; then
    install_missing docker-compose
    compose=(docker-compose)
  else
    impossible "Docker has no Compose; install its plug-in or docker-compose"
  fi
  # Without the plug-in for it, BuildKit is not to be had.
  docker buildx version > /dev/null 2>&1 || export DOCKER_BUILDKIT=0
  note "engine $(docker version --format '{{.Server.Version}}'), ${compose[*]} $("${compose[@]}" version --short)"
}

engine_answers() {
  command -v docker > /dev/null && docker version > /dev/null 2>&1
}

install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  note "installing ${missing[*]}"
  logged apt apt_install --no-install-recommends "${missing[@]}"
}

# Containers reach each other and are reached through ports; what needs rules of the firewall is the way out of them.
start_engine() {
  engine_answers && return
  setsid dockerd --data-root="$engine_home" --iptables=false --ip6tables=false --storage-driver=overlay2 \
    > "$logs/dockerd.log" 2>&1 < /dev/null &
  engine_pid=$!
  local second
  for ((second = 0; second < 30; second++)); do
    ! engine_answers || return 0
    kill -0 "$engine_pid" 2> /dev/null || break
    sleep 1
  done
  tail -n 15 "$logs/dockerd.log" >&2
  impossible "the Docker engine did not start"
}

stop_engine() {
  local half
  kill -TERM "$engine_pid" 2> /dev/null || return 0
  for ((half = 0; half < 60; half++)); do
    kill -0 "$engine_pid" 2> /dev/null || return 0
    sleep 0.5
  done
  echo "${0##*/}: the engine, process $engine_pid, does not end" >&2
}

find_images() {
  say "Looking for the images to build on"
  local image
  for image in "$@"; do
    if ! has_image "$image" && ! pull "$image"; then
      make_stand_ins_for "$image"
      break
    fi
  done
  for image in "$@"; do
    ! is_stand_in "$image" || remark "$image is a stand-in made here, not the official image"
  done
}

has_image() { docker image inspect "$1" > /dev/null 2>&1; }

pull() {
  note "pulling $1"
  timeout 600 docker pull -q "$1" > "$logs/pull.log" 2>&1
}

is_stand_in() {
  [ -n "$(docker image inspect -f '{{index .Config.Labels "dev.externaltenants.stand-in"}}' "$1")" ]
}

# Makes all that are missing, not only the one that could not be pulled.
make_stand_ins_for() {
  may_make_stand_ins ||
    impossible "image $1 could not be pulled (see target/docker-test/pull.log); --stand-ins makes local ones"
  note "$1 could not be pulled: making local stand-ins"
  can_apt || impossible "image $1 could not be pulled, and only root on Debian can make a stand-in"
  install_missing debootstrap
  KEYCLOAK_VERSION=$keycloak_version POSTGRES_VERSION=15 HAPROXY_VERSION=2.6 JAVA_VERSION=17 docker/stand-ins/make
}

may_make_stand_ins() {
  [ "$stand_ins" = yes ] || [ "$(docker info --format '{{.DockerRootDir}}')" = "$engine_home" ]
}
