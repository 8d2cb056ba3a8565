using DigestWorker.Collecting;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Tests.Collecting.Fetching;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting;

/// <summary>Everything that the shared feed server can do wrong, in RSS, Atom and JSON Feed, at the same time.</summary>
public sealed class BadServerTests
{
    private const int Feeds = 3, Entries = 20;

    private static readonly CollectingSettings Settings = new() { TimeoutSeconds = 10, ConcurrencyPerHost = 16, SecondsBetweenRequests = 0 };

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        [$"{Entries} entries"] = """
            301 302 308 chain?left=3 late?secs=1 not-gzip wrong-type charset-header charset-1252 utf16 bom-blank control-chars bare-amp
            guid-churn guid-same no-guid no-dates future-dates link-churn script flaky?fails=0
            """,
        [nameof(Trouble.Failing)] = """
            slow-drip slow-headers timeout reset reset-mid truncated truncated-silent length-short length-long cut-gzip
            404 500 flaky?fails=99 loop chain to-file empty html huge gzip-bomb deep xml-bomb xxe
            """,
        [nameof(Trouble.Waiting)] = "429 503",
        [nameof(Trouble.Blocked)] = "403 to-other-host",
        [nameof(Trouble.Gone)] = "410",
    };

    [Fact]
    public async Task Every_way_to_do_wrong_comes_to_what_it_should()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await SharedFeedServer.StartAsync(Feeds, Entries, stop);
        using var web = new GuardedWeb();
        var reader = new FeedReader(AFetcher.On(web, Settings), new FeedParser(Settings, new StoppedClock()));
        var modes = Expected.SelectMany(outcome => Words(outcome.Value).Select(mode => (Mode: mode, Outcome: outcome.Key))).ToList();

        var came = await Task.WhenAll(
            from mode in modes
            from feed in Enumerable.Range(0, Feeds)
            select OutcomeAsync(reader, new($"{server.Address}/fault/{InPath(mode.Mode, feed)}"), stop));

        Assert.Equal(
            modes.SelectMany(mode => Enumerable.Range(0, Feeds).Select(feed => $"{InPath(mode.Mode, feed)}: {mode.Outcome}")),
            came);
        var stats = await server.StatsAsync(stop);
        Assert.DoesNotContain(stats.GetProperty("by_url").EnumerateObject(), asked => asked.Name is "/__xxe" or "/__canary");
        Assert.InRange(stats.GetProperty("bytes").GetInt64(), 1, 100_000_000);
        Assert.InRange(stats.GetProperty("max_open").GetInt32(), 1, Settings.ConcurrencyPerHost + 1);
    }

    private static async Task<string> OutcomeAsync(FeedReader reader, Uri address, CancellationToken cancellationToken)
    {
        var source = new Source("Bad server", SourceKind.Feed, address, "Example", [], []);
        var outcome = await reader.ReadAsync(source, since: null, cancellationToken) switch
        {
            ReadResult.Read read => $"{read.Entries.Count} entries",
            ReadResult.Failed failed => failed.Trouble.ToString(),
            var other => other.ToString(),
        };
        return $"{address.PathAndQuery["/fault/".Length..]}: {outcome}";
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string InPath(string mode, int feed) => mode.Split('?') is [var name, var query] ? $"{name}/{feed}?{query}" : $"{mode}/{feed}";
}
