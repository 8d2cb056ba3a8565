using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>What the admin hears before the first run, by the real program.</summary>
public sealed class CheckVerbTests : IAsyncDisposable
{
    private const string Password = "open-sesame";

    private readonly TempFolder _folder = new();
    private readonly SmtpSink _sink = new(new SmtpSinkScript { User = "digest", Password = Password });

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_part_is_told_and_nothing_is_made_or_sent()
    {
        var checks = await CheckAsync(Password);

        Assert.All(["Settings", "Database", "Key file", "Disk", "Clock", "Mail server"], name => Assert.True(checks[name].IsGood, checks[name].Words));
        Assert.Equal("There is none yet: the first run makes it.", checks["Database"].Words);
        Assert.All(["Sender", "Support lines"], name => Assert.False(checks[name].IsGood, checks[name].Words));
        Assert.Equal([_folder.File("appsettings.json")], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Empty(_sink.Messages);
    }

    [Fact]
    public async Task A_log_in_that_is_refused_is_told_and_no_secret_is()
    {
        var refused = (await CheckAsync("mellon-mellon"))["Mail server"];

        Assert.False(refused.IsGood);
        Assert.Contains("does not take our log-in", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("mellon", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_file_and_an_open_key_file_need_the_admin()
    {
        _folder.Write("appsettings.json", """
            { "Delivery": { "Smtp": { "User": "digest", "Password": "open-sesame" } }, "Storage": { "KeyFile": "digest.key" } }
            """);
        _folder.Write("digest.key", "x");

        var ended = await new DigestWorkerApp(_folder.Path).RunAsync("check");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("holds what it should not: Delivery:Smtp:Password", ended.Out, StringComparison.Ordinal);
        Assert.Contains("LOOK  Key file       The key file", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, ended.Out + ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_meant_so_is_shown_and_needs_nobody_as_status_has_it()
    {
        _folder.Write("appsettings.json", $$"""
            { "Delivery": { "From": "digest@example.org" }, "Digest": { "SupportLinesChecked": "{{TimeProvider.System.GetUtcNow():yyyy-MM-dd}}" } }
            """);

        var ended = await new DigestWorkerApp(_folder.Path).RunAsync("check");

        Assert.Contains("note  Mail           Mails are written into a folder", ended.Out, StringComparison.Ordinal);
        Assert.Contains("note  Bounces        What comes back is not read", ended.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing needs you.", ended.Out, StringComparison.Ordinal);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task A_public_address_where_nobody_answers_is_told()
    {
        _folder.Write("appsettings.json", $$"""
            { "Delivery": { "From": "digest@example.org" }, "Web": { "PublicUrl": "http://127.0.0.1:{{Ports.Free()}}" } }
            """);

        var ended = await new DigestWorkerApp(_folder.Path).RunAsync("check");

        Assert.Contains("LOOK  Pages          http://127.0.0.1:", ended.Out, StringComparison.Ordinal);
        Assert.Contains("refuses connections", ended.Out, StringComparison.Ordinal);
        Assert.Equal(1, ended.ExitCode);
    }

    [Fact]
    public async Task Offline_nobody_is_asked_and_what_was_left_out_is_said()
    {
        var checks = await CheckAsync(Password, "--offline");

        Assert.DoesNotContain("Mail server", checks.Keys);
        Assert.Equal("Not asked: DNS, the mail server and Web:PublicUrl. Check without --offline before you send.", checks["Network"].Words);
        Assert.StartsWith("example.org is nobody's domain", checks["Sender"].Words, StringComparison.Ordinal);
        Assert.Equal(0, _sink.Connections);
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_is_told_with_the_words_of_every_other_verb()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        _folder.Write("appsettings.json", """{ "Storage": { "ConnectionString": "Data Source=test.db" } }""");
        _folder.Write("test.db", new string('x', 5000));
        var app = new DigestWorkerApp(_folder.Path);

        var words = (await app.RunAsync("releases")).Error.Trim();

        Assert.Contains(_folder.File("test.db"), words, StringComparison.Ordinal);
        Assert.Contains($"LOOK  Database       It cannot be worked with: the database does not answer. {words}", (await app.RunAsync("check", "--offline")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_that_no_text_is_read_for_is_told_with_the_one_that_was_meant()
    {
        _folder.Write("appsettings.json", """
            {
              "Sources": [ { "Name": "Board", "Url": "https://www.example.org/feed", "Areas": [ "Riverside" ] } ],
              "Subscribers": [ { "Email": "lead@example.org", "Roles": [ "headteacher" ], "Areas": [ "Kant", "durham", "Riverside", "Wales" ] } ]
            }
            """);
        var app = new DigestWorkerApp(_folder.Path);
        await app.RunAsync("subscribers", "add", "other@example.org", "--role", "headteacher", "--area", "Atlantis");

        var line = (await app.RunAsync("check", "--offline")).Out.Split('\n').Single(line => line.Contains("  Areas  ", StringComparison.Ordinal));

        Assert.StartsWith("note ", line, StringComparison.Ordinal);
        Assert.Contains("\"Kant\" (did you mean \"Kent\"?)", line, StringComparison.Ordinal);
        Assert.Contains("\"durham\" (here it is \"County Durham\")", line, StringComparison.Ordinal);
        Assert.Contains("\"Atlantis\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Riverside", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Wales", line, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyDictionary<string, (bool IsGood, string Words)>> CheckAsync(string password, params string[] options)
    {
        _folder.Write("appsettings.json", $$"""
            {
              "Storage": { "ConnectionString": "Data Source=data/new.db" },
              "Delivery": { "Transport": "Smtp", "From": "digest@example.org", "Smtp": { "Host": "127.0.0.1", "Port": {{_sink.Port}}, "Security": "None", "User": "digest" } }
            }
            """);
        var ended = await new DigestWorkerApp(_folder.Path) { Environment = { ["DIGEST__Delivery__Smtp__Password"] = password } }.RunAsync(["check", "--json", .. options]);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Error));
        using var answer = JsonDocument.Parse(ended.Out);
        return answer.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("name").GetString()!, check => (check.GetProperty("isGood").GetBoolean(), check.GetProperty("words").GetString()!));
    }
}
