# A throw-away PostgreSQL server: own folder, own port, loopback only, a password of its own. Sourced by bash.
#   start_postgres   sets $postgres_connection
#   stop_postgres    also called when the shell ends; a watcher does it should the shell be killed

postgres_folder=

# The newest one installed: Debian keeps each version in a folder of its own, off the PATH.
postgres_bin() {
  local folder
  folder=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  if [[ -x $folder/initdb ]]; then
    echo "$folder"
  elif command -v initdb > /dev/null; then
    dirname -- "$(command -v initdb)"
  fi
}

# PostgreSQL refuses to be run by root.
as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  local bin port password attempt
  bin=$(postgres_bin)
  postgres_folder=$(mktemp -d /tmp/maillage-postgres.XXXXXX)
  trap stop_postgres EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" > "$postgres_folder/password"
  [[ $(id -u) -ne 0 ]] || chown -R postgres: "$postgres_folder"
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U maillage -A scram-sha-256 --pwfile="$postgres_folder/password" \
    --locale=C.UTF-8 -E UTF8 --no-sync > "$artifacts/log/postgres-initdb.log" 2>&1
  watch_over_postgres "$$" &
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + RANDOM % 20000))
    if as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/server.log" -w -s start -o "-p $port -k $postgres_folder \
      -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200" \
      > "$artifacts/log/postgres-start.log" 2>&1; then
      postgres_connection="Host=127.0.0.1;Port=$port;Username=maillage;Password=$password;Database=postgres"
      return
    fi
  done
  cat "$postgres_folder/server.log" >&2
  die "PostgreSQL ne démarre pas." "PostgreSQL does not start."
}

stop_postgres() {
  [[ -n $postgres_folder && -d $postgres_folder ]] || return 0
  if [[ -f $postgres_folder/data/postmaster.pid ]]; then
    as_postgres "$(postgres_bin)/pg_ctl" -D "$postgres_folder/data" -m immediate -s stop > /dev/null 2>&1 || true
  fi
  rm -rf -- "$postgres_folder"
}

# The watcher ends by itself once the folder is gone.
watch_over_postgres() {
  trap - EXIT
  trap '' INT TERM HUP
  exec > /dev/null 2>&1 < /dev/null
  while kill -0 "$1" && [[ -d $postgres_folder ]]; do sleep 1; done
  stop_postgres
}
