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
exec 2>&1

port=$1
backend_port=$2
shift 2
samples=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)

end_both() {
    # shellcheck disable=SC2046 # one word for each
    kill $(jobs -p) 2>/dev/null || true
    wait
    rm -rf "$folder"
}
trap end_both EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# nginx answers 502 while there is nobody behind it.
await_backend() {
    until (exec 3<>"/dev/tcp/127.0.0.1/$backend_port") 2>/dev/null; do
        kill -0 "$1" 2>/dev/null || exit 1
        sleep 0.1
    done
}

[ -n "${TLS_FOLDER:-}" ] || "$samples/make-certificate.sh" "$folder"
tls=$(cd "${TLS_FOLDER:-$folder}" && pwd)
sed -e "s|@PORT@|$port|" -e "s|@TLS_PORT@|$((port + 1))|" -e "s|@BACKEND_PORT@|$backend_port|" \
    -e "s|@TLS_FOLDER@|$tls|" -e "s|@ERROR_LEVEL@|${ERROR_LEVEL:-notice}|" \
    "$samples/nginx/nginx.conf" >"$folder/nginx.conf"

"$@" &
await_backend $!
"$(command -v nginx || echo /usr/sbin/nginx)" -p "$folder" -c nginx.conf -e stderr &
wait -n
