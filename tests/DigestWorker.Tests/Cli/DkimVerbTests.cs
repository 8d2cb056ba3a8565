using System.Text.Json;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

public sealed class DkimVerbTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_key_is_made_and_its_record_is_that_of_the_settings_which_name_it()
    {
        var made = await RunAsync("dkim", "key", "--out", "dkim.pem", "--selector", "s1", "--domain", "example.org");
        _temp.Write("appsettings.json", """{ "Delivery": { "From": "digest@example.org", "Dkim": { "Selector": "s1", "KeyFile": "dkim.pem" } } }""");
        var shown = await RunAsync("dkim", "record");

        Assert.Equal((0, 0), (made.ExitCode, shown.ExitCode));
        Assert.StartsWith("s1._domainkey.example.org  TXT", made.Out, StringComparison.Ordinal);
        Assert.Equal(made.Out, shown.Out);
        Assert.DoesNotContain("PRIVATE", made.Out + made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_for_its_owner_alone_and_long_enough()
    {
        await RunAsync("dkim", "key", "--out", "dkim.pem");

        Assert.Null(DkimKey.Fault(await File.ReadAllTextAsync(_temp.File("dkim.pem"), TestContext.Current.CancellationToken)));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_temp.File("dkim.pem")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Json_has_the_record_whole_and_in_strings_that_DNS_takes()
    {
        var made = await RunAsync("dkim", "key", "--out", "dkim.pem", "--json");

        using var answer = JsonDocument.Parse(made.Out);
        var strings = answer.RootElement.GetProperty("strings").EnumerateArray().Select(part => part.GetString()!).ToList();
        Assert.Equal("digest._domainkey", answer.RootElement.GetProperty("name").GetString());
        Assert.StartsWith("v=DKIM1; k=rsa; p=MII", strings[0], StringComparison.Ordinal);
        Assert.All(strings, part => Assert.InRange(part.Length, 1, 255));
        Assert.Equal(answer.RootElement.GetProperty("value").GetString(), string.Concat(strings));
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        _temp.Write("dkim.pem", "precious");

        var ended = await RunAsync("dkim", "key", "--out", "dkim.pem");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Out));
        Assert.Contains("is there already and stays as it is", ended.Error, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(_temp.File("dkim.pem"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2, "'a_b' is no selector", "dkim", "key", "--out", "k.pem", "--selector", "a_b")]
    [InlineData(2, "'org' is no full domain", "dkim", "key", "--out", "k.pem", "--domain", "org")]
    [InlineData(2, "'--out' is required", "dkim", "key")]
    [InlineData(1, "To make one: digestworker dkim key --out FILE", "dkim", "record")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_written(int code, string words, params string[] arguments)
    {
        _temp.Write("appsettings.json", "{}");

        var ended = await RunAsync(arguments);

        Assert.Equal((code, ""), (ended.ExitCode, ended.Out));
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_temp.File("k.pem")));
    }

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments) => new DigestWorkerApp(_temp.Path).RunAsync(arguments);
}
