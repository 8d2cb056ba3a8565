using System.Text.Json;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

public sealed class KeysVerbTests : IDisposable
{
    private const string Objector = "objector@example.org";

    private readonly TempFolder _temp = new();

    public KeysVerbTests() => _temp.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=test.db" } }""");

    private string KeyPath => _temp.File("test.db.key");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_rotated_key_file_names_two_keys_shows_neither_and_knows_again_who_opted_out_before()
    {
        await RunAsync("subscribers", "unsubscribe", Objector);
        var old = await ShownAsync();

        var rotated = await RunAsync("keys", "rotate");
        var both = await ShownAsync();
        var added = await RunAsync("subscribers", "add", Objector, "--role", "headteacher");

        Assert.Equal((0, ""), (rotated.ExitCode, rotated.Error));
        Assert.Equal((2, old[0]), (both.Count, both[1]));
        Assert.Contains(both[0], rotated.Out, StringComparison.Ordinal);
        Assert.Contains("to each of them", rotated.Out, StringComparison.Ordinal);
        Assert.Equal(1, added.ExitCode);
        var words = (await RunAsync("keys", "show")).Out + rotated.Out;
        Assert.All(await File.ReadAllLinesAsync(KeyPath, TestContext.Current.CancellationToken), key => Assert.DoesNotContain(key, words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subscribers", "import", "roster.csv", "--team", "Board")]
    [InlineData("digest")]
    [InlineData("run")]
    [InlineData("keys", "rotate")]
    public async Task With_the_key_file_lost_nothing_lets_those_who_opted_out_back_in(params string[] verb)
    {
        await RunAsync("subscribers", "unsubscribe", Objector);
        _temp.Write("roster.csv", $"email,role\n{Objector},headteacher\n");
        File.Delete(KeyPath);

        var missing = await RunAsync(verb);
        Assert.Equal((1, ""), (missing.ExitCode, missing.Out));
        Assert.Contains("is not there", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyPath));

        KeyFile.ReadOrCreate(KeyPath);
        var another = await RunAsync(verb);
        Assert.Equal((1, ""), (another.ExitCode, another.Out));
        Assert.Contains("does not hold every key", another.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", another.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_holds_no_key_is_told_in_words()
    {
        await RunAsync("subscribers", "unsubscribe", Objector);
        await File.WriteAllTextAsync(KeyPath, "no key\n", TestContext.Current.CancellationToken);

        var ended = await RunAsync("subscribers", "list");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("The key file", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_opted_out_a_key_file_that_is_gone_is_made_anew()
    {
        await RunAsync("subscribers", "add", "a@example.org", "--role", "headteacher");
        File.Delete(KeyPath);

        Assert.Equal(1, (await RunAsync("keys", "show")).ExitCode);
        Assert.Equal(0, (await RunAsync("subscribers", "add", "b@example.org", "--role", "headteacher")).ExitCode);
        Assert.Single(await ShownAsync());
    }

    private async Task<List<string>> ShownAsync()
    {
        var answer = JsonDocument.Parse((await RunAsync("keys", "show", "--json")).Out).RootElement;
        Assert.Equal(KeyPath, answer.GetProperty("file").GetString());
        var ids = answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!).ToList();
        Assert.Equal(answer.GetProperty("count").GetInt32(), ids.Count);
        return ids;
    }

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments) => new DigestWorkerApp(_temp.Path).RunAsync(arguments);
}
