using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

public sealed partial class DemoTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public DemoTests() => _app = new DigestWorkerApp(_folder.Path);

    [Fact]
    public async Task A_newcomer_sees_four_roles_get_four_different_digests_and_nothing_twice()
    {
        var first = await _app.RunAsync("demo");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        var mails = Directory.GetFiles(_folder.File("demo-out/mails"), "*.eml");
        Assert.Equal(4, mails.Length);
        Assert.Equal(4, mails.Select(mail => Titles(File.ReadAllText(mail))).Distinct().Count());
        Assert.Contains("same text", first.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("demo-out/mails/index.html")));

        var second = await _app.RunAsync("demo");

        Assert.Contains("0 new", second.Out, StringComparison.Ordinal);
        Assert.Equal(mails, Directory.GetFiles(_folder.File("demo-out/mails"), "*.eml"));
    }

    [Fact]
    public async Task Whatever_the_environment_says_of_a_real_installation_the_demo_touches_nothing_of_it()
    {
        _app.Environment["DIGEST__Storage__ConnectionString"] = $"Data Source={_folder.File("real.db")}";
        _app.Environment["DIGEST__Delivery__Transport"] = "Smtp";
        _app.Environment["DIGEST__Delivery__From"] = "digest@school.example.org";

        var ended = await _app.RunAsync("demo");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.False(File.Exists(_folder.File("real.db")));
        Assert.True(File.Exists(_folder.File("demo-out/demo.db")));
        Assert.Equal(4, Directory.GetFiles(_folder.File("demo-out/mails"), "*.eml").Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_words()
    {
        _folder.Write("taken", "by a file");

        var ended = await _app.RunAsync("demo", "--out", "taken/demo");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Out));
        Assert.Contains(_folder.File("taken/demo"), ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_preview_of_all_roles_shows_each_in_light_and_in_dark_colours_and_keeps_nothing()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        await _app.RunAsync("demo");
        var stored = await File.ReadAllBytesAsync(_folder.File("demo-out/demo.db"), TestContext.Current.CancellationToken);

        var ended = await _app.RunAsync("preview", "--role", "all", "--week", "2024-W46", "--out", "previews", "--settings", "demo-out/appsettings.json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        var previews = Directory.GetFiles(_folder.File("previews"), "*.html");
        Assert.Equal(ended.Out.Split('\n').Count(line => line.Contains("Safeguarding digest", StringComparison.Ordinal)) * 2, previews.Length);
        Assert.Equal(previews.Length / 2, previews.Count(file => File.ReadAllText(file).Contains("@media all", StringComparison.Ordinal)));
        Assert.True(previews.Length >= 8);
        Assert.Equal(stored, await File.ReadAllBytesAsync(_folder.File("demo-out/demo.db"), TestContext.Current.CancellationToken));
    }

    private static string Titles(string mail) => string.Join('|', Heading().Matches(mail[mail.IndexOf("text/html", StringComparison.Ordinal)..]).Select(match => match.Value));

    [GeneratedRegex("<h3.*?</h3>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    public void Dispose() => _folder.Dispose();
}
