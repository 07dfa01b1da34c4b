# Completion of `tracker` for fish. What comes back is never run, as a case file may have any name.
function __tracker_offered
    set -l words (commandline -opc)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -l last (commandline -ct)
    set last (string replace -ar '[\\\\"\']' '' -- "$last")
    for line in (env _TRACKER_COMPLETE=fish $program $words[2..-1] $last 2>/dev/null)
        switch $line
            case \t'folders'
                __fish_complete_directories $last
            case \t'*'
                __fish_complete_path $last
            case '*'
                printf '%s\n' $line
        end
    end
end
complete --command tracker --no-files --arguments '(__tracker_offered)'
