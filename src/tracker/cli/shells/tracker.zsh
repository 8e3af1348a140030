# Completion of tracker in zsh.

_tracker_complete() {
    local program=${(Q)words[1]} line value
    local -a asked whole open
    program=${program/#\~/$HOME}
    (( CURRENT > 2 )) && asked=("${(@Q)words[2,CURRENT-1]}")
    asked+=("${(Q)PREFIX}")
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    for line in "${(@f)$($program __complete zsh "${asked[@]}" 2>/dev/null)}"; do
        value=${line%%$'\t'*}
        if [[ $value == :files ]]; then
            _files
            return
        elif [[ $value == *- ]]; then
            # A meeting whose commitments were too many to list: its number is still to come.
            open+=("$value:${line#*$'\t'}")
        elif [[ $line == *$'\t'* ]]; then
            whole+=("$value:${line#*$'\t'}")
        elif [[ -n $value ]]; then
            whole+=("$value")
        fi
    done
    local any_case='m:{[:lower:][:upper:]}={[:upper:][:lower:]}'
    (( $#whole )) && _describe tracker whole -M "$any_case"
    (( $#open )) && _describe tracker open -M "$any_case" -S ''
}

if ! (( $+functions[compdef] )); then
    autoload -Uz compinit && compinit -i
fi
compdef _tracker_complete tracker
