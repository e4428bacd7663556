#!/usr/bin/env bash
# HAProxy in front of a WebSocket server: starts the server, then HAProxy, and ends both when one ends or when told to. The logs
# of both go to stdout. ws:// is on PORT, wss:// on the next one.
#
#   samples/haproxy/run.sh PORT BACKEND_PORT COMMAND...
#   samples/haproxy/run.sh 8007 8002 node samples/node-ws/after.js 8002
#
#   TLS_FOLDER    has cert.pem and key.pem (default: a new certificate)
set -euo pipefail

# shellcheck source=../proxy.sh
source "$(dirname "${BASH_SOURCE[0]}")/../proxy.sh" # takes PORT and BACKEND_PORT
cat "$tls/cert.pem" "$tls/key.pem" >"$folder/site.pem"
configuration "$samples/haproxy/haproxy.cfg" >"$folder/haproxy.cfg"
start_backend "$@"
"$(command -v haproxy || echo /usr/sbin/haproxy)" -f "$folder/haproxy.cfg" -db &
wait -n
