#!/usr/bin/env bash
# Caddy in front of a WebSocket server: starts the server, then Caddy, and ends both when one ends or when told to. The logs of
# both go to stdout.
#
#   samples/caddy/run.sh PORT BACKEND_PORT COMMAND...
#   samples/caddy/run.sh 8025 8002 node samples/node-ws/after.js 8002
set -euo pipefail

# shellcheck source=../proxy.sh
source "$(dirname "${BASH_SOURCE[0]}")/../proxy.sh" # takes PORT and BACKEND_PORT
configuration "$samples/caddy/Caddyfile" >"$folder/Caddyfile"
start_backend "$@"
HOME=$folder caddy run --config "$folder/Caddyfile" --adapter caddyfile &
wait -n
