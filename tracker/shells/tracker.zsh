#compdef tracker
# Completion of `tracker` for zsh. What comes back is never run, as a case file may have any name.
_tracker() {
    local line
    local -a words_so_far offered
    words_so_far=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
    for line in "${(@f)$(_TRACKER_COMPLETE=zsh ${~words[1]} "${(@)words_so_far}" 2>/dev/null)}"; do
        case $line in
            ('') ;;
            ($'\t'folders) _files -/ ;;
            ($'\t'*) _files ;;
            (*) offered+=("${${${line%%$'\t'*}//\\/\\\\}//:/\\:}:${line#*$'\t'}") ;;
        esac
    done
    (( $#offered )) && _describe tracker offered
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _tracker "$@"
else
    compdef _tracker tracker
fi
