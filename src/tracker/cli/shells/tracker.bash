# Completion of tracker in bash 3.2 and newer.

_tracker_complete() {
    local program=${1/#\~/$HOME} joined= value about
    # Where a sign of equality does not end a word, the option stands in the word as well.
    if [[ $2 == --*=* ]]; then
        joined=${2%%=*}=
    fi
    COMPREPLY=()
    while IFS=$'\t' read -r value about; do
        if [[ $value == :files ]]; then
            compopt -o default 2>/dev/null
        elif [[ -n $value ]]; then
            COMPREPLY+=("$joined$value")
            # A meeting whose commitments were too many to list: its number is still to come.
            if [[ $value == *- ]]; then
                compopt -o nospace 2>/dev/null
            fi
        fi
    done <<<"$("$program" __complete bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)"
}

complete -F _tracker_complete tracker
