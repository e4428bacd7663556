#!/usr/bin/env bash
# nginx in front of a WebSocket server: starts the server, then nginx, and ends both when one ends or when told to. The logs
# of both go to stdout. ws:// is on PORT, wss:// on the next one.
#
#   samples/nginx/run.sh PORT BACKEND_PORT COMMAND...
#   samples/nginx/run.sh 8005 8002 node samples/node-ws/after.js 8002
#
#   TLS_FOLDER    has cert.pem and key.pem (default: a new certificate)
#   ERROR_LEVEL   of nginx (default: notice)
set -euo pipefail

# shellcheck source=../proxy.sh
source "$(dirname "${BASH_SOURCE[0]}")/../proxy.sh" # takes PORT and BACKEND_PORT
configuration "$samples/nginx/nginx.conf" >"$folder/nginx.conf"
start_backend "$@"
"$(command -v nginx || echo /usr/sbin/nginx)" -p "$folder" -c nginx.conf -e stderr &
wait -n
