#!/bin/sh
# A CI smoke job: starts a server, lets a hundred of its clients die, and fails when the server is not healthy afterwards.
# Here the server is wsdoc's own. For another one, replace start_server and let it print its WebSocket URL and log file.
#
#   samples/ci-smoke.sh [FOLDER]     the reports and logs go to FOLDER (default: wsdoc-reports)
#
# Exits as "wsdoc chaos" does: 0 healthy, 1 could not run, 2 wrong usage, 3 not healthy.
#   WSDOC          the command (default: the launcher of this repository)
#   CHAOS_OPTIONS  what to do to the server (default: --abrupt 100)
#   SERVE_OPTIONS  more options for the server, such as --defect noisy-log to see this job fail
set -eu

WSDOC=${WSDOC:-$(dirname "$0")/../wsdoc}
reports=${1:-wsdoc-reports}
server_pid=

# Ctrl-C and every other end take the server along, and wait until it is gone.
stop_server() {
    [ -n "$server_pid" ] || return 0
    kill -TERM "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
}
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck disable=SC2086 # the options are meant to be split
start_server() {
    "$WSDOC" serve --port 0 --log-file "$reports/server.log" ${SERVE_OPTIONS:-} >"$reports/server.out" 2>&1 &
    server_pid=$!
}

# The first ws:// URL that the server prints, without its path.
server_url() {
    sed -n 's|.*\(ws://[^/[:space:]]*\).*|\1|p' "$reports/server.out" | head -n 1
}

# Up to two minutes, since a first start builds the jar. Sets url.
wait_for_url() {
    tries=240
    while url=$(server_url) && [ -z "$url" ]; do
        tries=$((tries - 1))
        if [ "$tries" -eq 0 ] || ! kill -0 "$server_pid" 2>/dev/null; then
            echo "ci-smoke: the server did not start; it said:" >&2
            cat "$reports/server.out" >&2
            exit 1
        fi
        sleep 0.5
    done
}

mkdir -p "$reports"
rm -f "$reports/server.log" "$reports/server.out"
start_server
wait_for_url

code=0
# shellcheck disable=SC2086 # the options are meant to be split
"$WSDOC" chaos "$url" --log "$reports/server.log" ${CHAOS_OPTIONS:---abrupt 100} \
    --report junit="$reports/wsdoc-junit.xml" --report markdown="$reports/wsdoc-summary.md" --report text || code=$?

# CI systems that show a step summary name a file for it.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/wsdoc-summary.md" ]; then
    cat "$reports/wsdoc-summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$code"
