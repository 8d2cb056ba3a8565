using System.Diagnostics;
using System.Text.Json.Nodes;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Telemetry;
using DigestWorker.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Telemetry;

/// <summary>What a collector is told of a week, and that one that is away does no harm.</summary>
[Collection(Alone.Name)]
public sealed class OtlpExportTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("HttpProtobuf", HttpProtocols.Http1, "/v1/metrics", "/v1/traces")]
    [InlineData("Grpc", HttpProtocols.Http2, "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    public async Task A_collector_is_told_of_a_week_by_names_and_counts_and_of_nobody(string protocol, HttpProtocols protocols, string toMetrics, string toTraces)
    {
        await using var collector = await Collector.StartAsync(protocols);
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { Telemetry = new { OtlpEndpoint = collector.Address, Protocol = protocol, Headers = "api-key=abc" } };

        await WeekAsync(newsroom);

        var metrics = collector.BodiesAt(toMetrics);
        Assert.All(
            [
                "digestworker.entries", "digestworker.releases", "digestworker.source.read.duration", "digestworker.digests", "digestworker.edition.compose.duration",
                "digestworker.deliveries", "digestworker.delivery.duration", "digestworker.queue.depth", "digestworker.queue.oldest.age", "digestworker.edition.age", "charity",
            ],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var traces = collector.BodiesAt(toTraces);
        Assert.All(
            ["collect", "read source", "match entries", "compose edition", "send digests", "send digest", "2026-W47", "digestworker.delivery"],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(collector.Told, told => Assert.Equal("abc", told.Key));
        Assert.DoesNotMatch("[A-Za-z0-9]@[a-z]+[.][a-z]|lead|example[.]org", metrics + traces);
    }

    [Fact]
    public async Task Metrics_alone_are_sent_where_traces_are_not_wanted()
    {
        await using var collector = await Collector.StartAsync();
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { Telemetry = new { OtlpEndpoint = collector.Address, Protocol = "HttpProtobuf", Traces = false } };

        await WeekAsync(newsroom);

        Assert.NotEmpty(collector.BodiesAt("/v1/metrics"));
        Assert.Empty(collector.BodiesAt("/v1/traces"));
    }

    [Theory]
    [InlineData("HttpProtobuf"), InlineData("Grpc")]
    public async Task A_collector_that_is_away_stops_nothing_and_is_not_waited_for(string protocol)
    {
        using var newsroom = new Newsroom(Monday.AddDays(-6)) { Telemetry = new { OtlpEndpoint = "http://127.0.0.1:9", Protocol = protocol } };
        var started = Stopwatch.GetTimestamp();

        await WeekAsync(newsroom);

        Assert.Equal(1, newsroom.Scalar("select count(*) from delivery where state = 'Sent'"));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task Settings_that_change_are_counted_and_so_is_everything_after()
    {
        Environment.SetEnvironmentVariable("OTEL_METRIC_EXPORT_INTERVAL", "100");
        await using var collector = await Collector.StartAsync();
        await using var program = new SupervisedProgram();
        program.Settings["Telemetry"] = new JsonObject { ["OtlpEndpoint"] = collector.Address, ["Protocol"] = "HttpProtobuf" };
        await program.StartAsync();
        program.SaveTitle("Second title");
        await program.Log.HaveAsync("Settings reloaded:");
        await ToldAsync(collector, "digestworker.settings.reloads");
        await Task.Delay(500, TestContext.Current.CancellationToken);

        program.Newest.Services.GetRequiredService<Instruments>().Composed(1, TimeSpan.FromSeconds(1));
        await ToldAsync(collector, "digestworker.digests");
        collector.Told.Clear();
        await ToldAsync(collector, "digestworker.digests");
        await ToldAsync(collector, "digestworker.queue.depth");
    }

    private static async Task ToldAsync(Collector collector, string name)
    {
        for (var tries = 0; !collector.BodiesAt("/v1/metrics").Contains(name, StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 100, $"never told of {name}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task WeekAsync(Newsroom newsroom)
    {
        newsroom.Publish("charity");
        var export = newsroom.Services.GetRequiredService<OtlpExport>();
        await export.StartAsync(TestContext.Current.CancellationToken);
        await newsroom.CollectAsync();
        newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await newsroom.CollectAsync();
        newsroom.Subscribe("lead@example.org");
        newsroom.Clock.Now = Monday;
        await newsroom.DigestAsync();
        await newsroom.Services.GetRequiredService<SendLetters>().RunAsync(TestContext.Current.CancellationToken);
        newsroom.Clock.Now = Monday.AddMinutes(5);
        await export.StopAsync(TestContext.Current.CancellationToken);
    }
}
