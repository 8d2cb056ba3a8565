using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>What somebody meant who mistyped a verb or an option.</summary>
public sealed class MistypedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("collct", "'collct' is not known here; did you mean 'collect'?")]
    [InlineData("status --chek", "'--chek' is not known here; did you mean '--check'?")]
    [InlineData("status --setings a.json", "'--setings' is not known here; did you mean '--settings'?")]
    [InlineData("db bakup a.db", "'bakup' is not known here; did you mean 'backup'?")]
    [InlineData("board-paper", "'board-paper' is not known here; did you mean 'digest board-paper'?")]
    [InlineData("backup", "'backup' is not known here; did you mean 'db backup'?")]
    [InlineData("xyzzy", "'xyzzy' is not known here.")]
    public async Task The_nearest_is_offered(string line, string words)
    {
        var ended = await new DigestWorkerApp(_folder.Path).RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.Equal(words, ended.Error.Split('\n')[0]);
        Assert.Contains("Add --help to see how ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_follows_a_mistyped_verb_is_not_told_beside_it() =>
        Assert.Single((await new DigestWorkerApp(_folder.Path).RunAsync("collct", "--json")).Error.Split('\n'), line => line.Contains("not known", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();
}
