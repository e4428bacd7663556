#!/usr/bin/env bash
# Apache httpd in front of a WebSocket server: starts the server, then httpd, and ends both when one ends or when told to. The
# logs of both go to stdout.
#
#   samples/apache/run.sh PORT BACKEND_PORT COMMAND...
#   samples/apache/run.sh 8024 8002 node samples/node-ws/after.js 8002
set -euo pipefail

# shellcheck source=../proxy.sh
source "$(dirname "${BASH_SOURCE[0]}")/../proxy.sh" # takes PORT and BACKEND_PORT
configuration "$samples/apache/httpd.conf" >"$folder/httpd.conf"
start_backend "$@"
"$(command -v apache2 || echo /usr/sbin/apache2)" -f "$folder/httpd.conf" -DFOREGROUND &
wait -n
