# Completion of `tracker` for bash. What comes back is never run, as a case file may have any name.
_tracker() {
    local part=${2//[\"\'\\]/} how=escaped word line i
    local -a words=()
    COMPREPLY=()
    [[ ${COMP_WORDS[COMP_CWORD]} == [\"\']* ]] && how=quoted
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]//[\"\'\\]/}
        if ((i > 1)) && [[ $word == [=:]* || ${COMP_WORDS[i - 1]} == [=:]* ]]; then
            words[${#words[@]} - 1]+=$word # bash cuts `--to=draft-law` in three
        else
            words+=("$word")
        fi
    done
    word=${words[${#words[@]} - 1]}
    while IFS= read -r line; do
        case $how:$line in
            *:$'\t'*)
                how=path
                compopt -o filenames
                while IFS= read -r line; do
                    COMPREPLY+=("$line")
                done < <([[ $line == *folders ]] && compgen -d -- "$part" || compgen -f -- "$part")
                continue
                ;;
            quoted:*[\"\'\\\$\`!]*) continue ;;
        esac
        line=${line%%$'\t'*}
        line=${line:${#word} - ${#part}}
        [[ $how == escaped ]] && printf -v line %q "$line"
        COMPREPLY+=("$line")
    done < <(_TRACKER_COMPLETE=bash "$1" "${words[@]}" 2>/dev/null)
}
complete -F _tracker tracker
