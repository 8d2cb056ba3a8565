namespace DigestWorker.Cli.Shells;

/// <summary>What each shell runs when Tab is pressed: all ask the program itself, with the line up to the cursor and without its first word.</summary>
internal static class Scripts
{
    // A name is never handed to compgen, which would expand what looks like a command in it.
    private const string Bash = """
        _digestworker() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" quote="" name
            line="${line#*[[:space:]]}"
            case "$word" in [\"\']*) quote="${word:0:1}"; word="${word:1}" ;; *) word="${word//\\/}" ;; esac
            COMPREPLY=()
            while IFS= read -r name; do
                [[ -n "$name" && "${name,,}" == "${word,,}"* ]] || continue
                if [[ -n "$quote" ]]; then COMPREPLY+=("$name"); else COMPREPLY+=("$(printf '%q' "$name")"); fi
            done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
        }
        complete -o default -F _digestworker digestworker
        """;

    private const string Zsh = """
        #compdef digestworker
        _digestworker() {
            local line="${LBUFFER#*[[:space:]]}"
            local -a names
            names=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
            names=(${names:#})
            if (( ${#names} )); then compadd -M 'm:{a-zA-Z}={A-Za-z}' -a names; else _files; fi
        }
        compdef _digestworker digestworker
        """;

    private const string Fish = """
        function __digestworker
            set -l line (commandline -cp | string replace -r '^\S+\s' '')
            digestworker "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c digestworker -a '(__digestworker)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName digestworker -ScriptBlock {
            param($word, $ast, $cursor)
            $line = $ast.ToString().PadRight($cursor - $ast.Extent.StartOffset) -replace '^\S+\s', ''
            digestworker "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$($word.Trim('''', '"'))*" } | ForEach-Object {
                $text = if ($_ -match '[\s''"$`;&|()]') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
                [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static IReadOnlyDictionary<string, string> ByShell { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };
}
