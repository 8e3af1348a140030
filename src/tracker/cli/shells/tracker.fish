# Completion of tracker in fish 3.1 and newer.

function __tracker_complete
    set -l words (commandline -opc)
    # What is set for the one command stands before it.
    while string match --quiet --regex '^\w+=' -- $words[1]
        set --erase words[1]
    end
    set -l program (string replace --regex '^~' $HOME -- $words[1])
    set -l typed (commandline -ct)
    set -l found ($program __complete fish $words[2..-1] "$typed" 2>/dev/null)
    if test "$found" = ":files"
        __fish_complete_path $typed
    else
        printf '%s\n' $found
    end
end

complete --command tracker --erase
complete --command tracker --no-files --arguments '(__tracker_complete)'
