# What bench/servers knows of a server, to be sourced by it. One file in bench/roster for each, in shell; it may use $state (before: naive,
# after: mended), $port and the two ports after it, and sets
#
#   what      what it is
#   version   a shell command that prints its version and fails where it is not installed
#   start     the shell command that starts it
#
# and, where these are not the usual ones that are set below, states, url, status (empty: wsdoc finds by itself what there is),
# ping_wait (how long a frozen client may go unnoticed) and more options of wsdoc.

load() { # SERVER STATE PORT
    state=$2
    port=$3
    states="before after"
    url=ws://127.0.0.1:$port/ws
    status=http://127.0.0.1:$port/status
    ping_wait=6s
    options=(--provoke "wake up {n}")
    # shellcheck source=/dev/null
    source "$ROSTER/$1"
}

# Commands that tell versions; each fails where something is missing.

python_version() { # DISTRIBUTION...
    echo "$PYTHON -c 'import sys, importlib.metadata as m; print(\", \".join(n + \" \" + m.version(n) for n in sys.argv[1:]))' $*"
}

npm_version() { # FOLDER PACKAGE...
    local package command=true
    for package in "${@:2}"; do
        command+=" && node -p '\"$package \" + require(\"./$1/node_modules/$package/package.json\").version'"
    done
    echo "$command"
}

jar_version() { # FOLDER ARTIFACT
    echo "test -f $1/target/chat.jar && ls $1/target/dependency | sed -n 's/^\\($2\\)-\\([0-9].*\\)\\.jar$/\\1 \\2/p' | grep ."
}

debian_version() { # PACKAGE...
    echo "dpkg-query -W -f '\${Package} \${Version}\\n' $*"
}
