using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli.Shells;

/// <summary>Tab, pressed in real shells.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CompletionTests()
    {
        _folder.Write("appsettings.json", """
            {
              "Storage": { "ConnectionString": "Data Source=test.db" },
              "Sources": [
                { "Name": "Schools Week", "Url": "https://a.example.org/feed" }, { "Name": "schoolsite", "Url": "https://b.example.org/feed" },
                { "Name": "$(touch hacked)", "Url": "https://c.example.org/feed" }
              ],
              "Organisations": { "board": { "Name": "Sample Partnership", "Teams": { "north": { "Name": "North", "Roles": [ "headteacher" ] } } } }
            }
            """);
        var program = _folder.Write("digestworker", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("digestworker stat", "status")]
    [InlineData("digestworker db ", "backup", "check", "move", "restore")]
    [InlineData("digestworker collect --source sch", "Schools\\ Week", "schoolsite")]
    [InlineData("digestworker collect --source $", "\\$\\(touch\\ hacked\\)")]
    [InlineData("digestworker preview --role headt", "headteacher")]
    [InlineData("digestworker teams export no", "north")]
    [InlineData("digestworker completion ", "bash", "fish", "pwsh", "zsh")]
    public async Task Bash_completes(string line, params string[] expected)
    {
        Assert.SkipUnless(Tool.IsThere("bash"), "There is no bash here.");
        var ended = await Tool.RunAsync(_folder.Path, "bash", ["-c", """
            PATH="$PWD:$PATH"
            eval "$(digestworker completion bash)"
            COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _digestworker
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p digestworker >&2
            """, "bash", line]);

        Assert.Contains("-F _digestworker", ended.Error, StringComparison.Ordinal);
        var names = ended.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(name => !name.StartsWith('-')).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Order(StringComparer.Ordinal), names);
        Assert.False(File.Exists(_folder.File("hacked")));
    }

    [Fact]
    public async Task Zsh_completes()
    {
        Assert.SkipUnless(Tool.IsThere("zsh") && Tool.IsThere("script"), "There is no zsh here.");
        var ended = await Tool.RunAsync(_folder.Path, "zsh", ["-fc", """
            PATH="$PWD:$PATH"
            zmodload zsh/zpty
            zpty shell "PS1='' zsh -fi"
            zpty -w shell "cd '$PWD'; PATH='$PATH'; autoload -Uz compinit && compinit -u -d ./zcompdump; source <(digestworker completion zsh); echo READY"
            zpty -r -m shell seen '*READY*READY*'
            zpty -w -n shell $'digestworker collect --source schoolsi\t'
            zpty -r -m shell seen '*schoolsite*'
            print -r -- "$seen"
            """]);

        Assert.Contains("schoolsite", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fish_completes()
    {
        Assert.SkipUnless(Tool.IsThere("fish"), "There is no fish here.");
        var ended = await Tool.RunAsync(_folder.Path, "fish", ["--no-config", "-c", """
            set -x PATH $PWD $PATH
            digestworker completion fish | source
            complete -C 'digestworker collect --source sch'
            """]);

        Assert.Contains("Schools Week", ended.Out, StringComparison.Ordinal);
        Assert.Contains("schoolsite", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_with_a_mistake_offers_no_names_and_says_nothing()
    {
        _folder.Write("appsettings.json", "{ no settings");

        var ended = await new DigestWorkerApp(_folder.Path).RunAsync("[suggest:17]", "collect --source ");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
    }

    public void Dispose() => _folder.Dispose();
}
