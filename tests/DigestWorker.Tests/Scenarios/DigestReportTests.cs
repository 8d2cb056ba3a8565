using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

public sealed class DigestReportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public DigestReportTests() => _app = new DigestWorkerApp(_folder.Path);

    [Fact]
    public async Task The_real_program_reports_an_edition_in_words_and_as_json()
    {
        await PublishAsync();

        var words = await _app.RunAsync("digest", "report");
        var json = JsonDocument.Parse((await _app.RunAsync("digest", "report", "--json")).Out).RootElement;

        Assert.Equal((0, ""), (words.ExitCode, words.Error));
        Assert.Contains("3 subscribers, 3 digests", words.Out, StringComparison.Ordinal);
        Assert.Equal((3, 2, 1), (json.GetProperty("subscribers").GetInt32(), json.GetProperty("states").GetProperty("sent").GetInt32(), json.GetProperty("states").GetProperty("held").GetInt32()));
        var unsent = Assert.Single(json.GetProperty("notSent").EnumerateArray());
        Assert.Equal(("c@other.example.org", "held"), (unsent.GetProperty("email").GetString(), unsent.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_week_without_an_edition_is_wrong_usage()
    {
        _folder.Write("appsettings.json", "{}");

        var report = await _app.RunAsync("digest", "report", "--week", "2020-W01");

        Assert.Equal(2, report.ExitCode);
        Assert.Contains("There is no edition 2020-W01", report.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task PublishAsync()
    {
        _folder.Write("feed.xml", $"""
            <rss version="2.0"><channel><title>f</title>
            <item><title>Online grooming offences rise in new police statistics</title><link>https://news.example.org/1</link>
            <pubDate>{TimeProvider.System.GetUtcNow().AddDays(-1):r}</pubDate>
            <description>Forces recorded more online grooming offences.</description></item></channel></rss>
            """);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Sources = new[] { new { Name = "feed", Url = "file:feed.xml" } },
            Subscribers = new[] { "a@example.org", "b@example.org", "c@other.example.org" }.Select(email => new { Email = email, Roles = new[] { "designated-safeguarding-lead" } }),
            Delivery = new { OnlyTo = new[] { "@example.org" } },
        }));
        Assert.Equal(0, (await _app.RunAsync("collect")).ExitCode);
        Assert.Equal(1, (await _app.RunAsync("digest")).ExitCode);
    }
}
