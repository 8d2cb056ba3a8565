using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>The files for a website, by the program itself.</summary>
public sealed class WebsiteTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public WebsiteTests() => _app = new DigestWorkerApp(_folder.Path);

    [Fact]
    public async Task Without_a_public_address_it_says_what_is_missing()
    {
        _folder.Write("appsettings.json", "{}");

        var ended = await _app.RunAsync("website", "--out", "public");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.StartsWith("Web:PublicUrl is missing in the settings", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("public")));
    }

    [Fact]
    public async Task The_second_run_says_that_nothing_has_changed()
    {
        _folder.Write("feed.xml", """
            <rss version="2.0"><channel><title>Feed</title><link>https://feed.example.org/</link><description>d</description>
            <item><title>Online grooming offences rise</title><guid>1</guid><link>https://news.example.org/1</link>
            <description>Police recorded more online grooming offences, the statistics show.</description></item></channel></rss>
            """);
        _folder.Write("appsettings.json", """
            {
              "Storage": { "ConnectionString": "Data Source=test.db" },
              "Sources": [ { "Name": "press", "Url": "file:feed.xml", "Publisher": "press" } ],
              "Web": { "PublicUrl": "https://digest.example.org" }
            }
            """);
        await _app.RunAsync("collect");

        var first = await _app.RunAsync("website", "--out", "public", "--json");
        var second = await _app.RunAsync("website", "--out", "public", "--json");

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("headteacher.atom", Names(first, "written"));
        Assert.Empty(Names(first, "unchanged"));
        Assert.Empty(Names(second, "written"));
        Assert.Equal(Names(first, "written"), Names(second, "unchanged"));
    }

    private static string[] Names(DigestWorkerApp.Ended ended, string of) =>
        JsonDocument.Parse(ended.Out).RootElement.GetProperty(of).Deserialize<string[]>()!;

    public void Dispose() => _folder.Dispose();
}
