# What the scripts of the proxies share, to be sourced by them with their arguments: PORT BACKEND_PORT COMMAND... Takes the first two off;
# sets port, backend_port, samples, folder (which goes away with the script) and tls (a folder with cert.pem and key.pem).
set -euo pipefail
exec 2>&1

port=$1
backend_port=$2
shift 2
samples=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
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

# Starts the server and waits for it: a proxy answers with an error while there is nobody behind it.
start_backend() { # COMMAND...
    "$@" &
    until (exec 3<>"/dev/tcp/127.0.0.1/$backend_port") 2>/dev/null; do
        kill -0 $! 2>/dev/null || exit 1
        sleep 0.1
    done
}

# The proxy's configuration, its placeholders filled in.
configuration() { # FILE
    sed -e "s|@PORT@|$port|" -e "s|@TLS_PORT@|$((port + 1))|" -e "s|@BACKEND_PORT@|$backend_port|" -e "s|@FOLDER@|$folder|" \
        -e "s|@TLS_FOLDER@|$tls|" -e "s|@ERROR_LEVEL@|${ERROR_LEVEL:-notice}|" "$1"
}

[ -n "${TLS_FOLDER:-}" ] || "$samples/make-certificate.sh" "$folder"
tls=$(cd "${TLS_FOLDER:-$folder}" && pwd)
