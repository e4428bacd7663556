# Reads the reports and writes the document, to be sourced by bench/servers. A case is a server in a state, such as node-ws-after.

# A line for each finding that is no pass: outcome, check, what was observed.
findings() { # CASE RUN
    if [ ! -s "$WORK/$1/$2.json" ]; then
        echo "none|no verdict|$(cat "$WORK/$1/$2.none" 2>/dev/null || echo "not examined within the time limit")"
        return
    fi
    awk -F' : ' '
        function text(s) { sub(/^"/, "", s); sub(/",?$/, "", s); gsub(/\\"/, "\"", s); return s }
        /^    "check"/ { check = text($2) }
        /^    "outcome"/ { outcome = text($2) }
        /^    "observed"/ {
            sub(/^    "observed" : /, "")
            if (outcome == "fail" || outcome == "warn") print outcome "|" check "|" text($0)
        }' "$WORK/$1/$2.json"
}

verdict() { # CASE RUN
    local found
    found=$(findings "$1" "$2")
    case $found in
    none*) echo "no verdict" ;;
    *fail\|*) echo unhealthy ;;
    *) if grep -q '^  "verdict" : "inconclusive"' "$WORK/$1/$2.json"; then echo inconclusive
       elif [ -n "$found" ]; then echo warning
       else echo healthy; fi ;;
    esac
}

sign() { # CASE RUN
    case $(verdict "$1" "$2") in
    healthy) echo "✓" ;;
    warning) echo "!" ;;
    unhealthy) echo "✗" ;;
    inconclusive) echo "?" ;;
    *) echo "none" ;;
    esac
}

# cell SERVER STATE: the verdict and the checks that are behind it
cell() {
    load "$1" "$2" 0
    [[ " $states " = *" $2 "* ]] || { echo "–"; return; }
    echo "$(sign "$1-$2" usual)$(findings "$1-$2" usual | awk -F'|' '$1 != "none" { printf "%s`%s`", (NR > 1 ? ", " : " "), $2 }')"
}

overview() {
    local server
    printf '| server | naive | mended |\n|---|---|---|\n'
    for server in "${present[@]}"; do
        load "$server" after 0
        echo "| $what | $(cell "$server" before) | $(cell "$server" after) |"
    done
}

overview_by_fault() {
    local number=0 fault each line="| fault | profile |" rule="|---|---|"
    for each in $cases; do
        number=$((number + 1))
        line+=" $number |"
        rule+=":-:|"
    done
    printf '%s\n%s\n' "$line" "$rule"
    for fault in $runs; do
        line="| \`$fault\` | $(awk -v fault="$fault" '$1 == fault { print $2 }' <<<"$profiles") |"
        for each in $cases; do
            line+=" $(sign "$each" "$fault") |"
        done
        echo "$line"
    done
}

# When the first report on a case was begun, to the minute.
begun() { # CASE
    cat "$WORK/$1"/*.json 2>/dev/null | sed -n 's/^  "started_at" : "\(.*\)T\(.*\):.*/\1 \2/p' | sort | head -n 1
}

# One row a check: the runs that made it fail or warn, and what was observed with the first of them.
chapter() { # NUMBER SERVER STATE
    local run
    load "$2" "$3" 0
    printf '\n## %s. %s, %s\n\n%s; examined from %s on\n' "$1" "$what" "$(in_words "$3")" "$(versions)" "$(begun "$2-$3")"
    for run in $runs; do
        findings "$2-$3" "$run" | sed "s/^/$run|/"
    done | awk -F'|' -v all="$(wc -w <<<"$runs")" '
        function cell(s) { gsub(/\|/, "\\|", s); return s }
        {
            key = ($2 == "fail" ? "✗" : $2 == "warn" ? "!" : "none") " | " ($3 == "no verdict" ? $3 : "`" $3 "`")
            if (!(key in count)) { order[++keys] = key; seen[key] = substr($0, length($1 $2 $3) + 4) }
            count[key]++
            by[key] = by[key] (by[key] == "" ? "" : ", ") $1
        }
        END {
            if (!keys) { print "\nNothing was found."; exit }
            print all == 1 ? "\n| | check | observed |\n|---|---|---|" : "\n| | check | by | observed, with the first of them |\n|---|---|---|---|"
            for (i = 1; i <= keys; i++)
                print "| " order[i] " | " (all == 1 ? "" : (count[order[i]] == all ? "every fault" : by[order[i]]) " | ") cell(seen[order[i]]) " |"
        }'
}

versions() {
    bash -c "$version" | paste -sd, | sed 's/,\([^ ]\)/, \1/g'
}

in_words() { # STATE
    [ "$1" = before ] && echo naive || echo mended
}

introduction() {
    if [ -n "$each_fault" ]; then
        cat <<TEXT
# Real servers, fault by fault

What wsdoc says of servers that people use, each fault alone: $VICTIMS victims, the server started anew for each by \`--exec\`, its pings
every second, \`$LIMITS --ping-wait 6s\`. Made by \`bench/servers --each-fault\`; what each fault is: \`./wsdoc faults\`.
TEXT
    else
        cat <<TEXT
# Real servers

What wsdoc says of servers that people use, each in a naive and in a mended state ([samples](../samples)): one run for each, with the
usual ways to die together and not with every fault that there is:
\`$USUAL\`.
The server is started anew by \`--exec\`, its pings come every second, and \`$LIMITS --ping-wait 6s\` is given.
Made by \`bench/servers >docs/servers.md\`. With every fault alone, some of them: [servers-by-fault.md](servers-by-fault.md).
TEXT
    fi
    cat <<TEXT

One run of each: a finding that depends on timing may come or stay away.${reuse:+
Some reports were kept from earlier runs (\`--reuse\`), so that not all were made by the same build of wsdoc.}

✓ healthy · ! healthy with warnings · ✗ unhealthy · ? inconclusive · none: no verdict

TEXT
}

document() {
    local number=0 server state cases=
    introduction
    for server in "${present[@]}"; do
        load "$server" after 0
        for state in $states; do
            cases+=" $server-$state"
            number=$((number + 1))
            [ -z "$each_fault" ] || echo "$number. $what, $(in_words "$state")"
        done
    done
    if [ -n "$each_fault" ]; then
        echo
        overview_by_fault
    else
        overview
    fi
    [ ${#absent[@]} -eq 0 ] || printf '\nLeft out, since not installed: %s.\n' "${absent[*]}"
    number=0
    for server in "${present[@]}"; do
        load "$server" after 0
        for state in $states; do
            number=$((number + 1))
            chapter "$number" "$server" "$state"
            load "$server" after 0
        done
    done
    cat "bench/servers${each_fault:+-by-fault}-explained.md"
}
